package io.dayclose.cli;

import io.dayclose.commission.explain.Simulation;
import io.dayclose.commission.posting.Books;
import io.dayclose.config.plan.PlanFile;
import io.dayclose.text.Texts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a draft plan would have paid. */
@Command(
        name = "simulate",
        description = "what a draft plan would have paid for a month / 方案试算",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "PLANFILE", description = "a file like those in jobs-config/plans / 方案文件")
    private Path file = Path.of("");

    @Option(names = "--period", required = true, paramLabel = "M", description = "a past month / 月份")
    private YearMonth month = YearMonth.of(1970, 1);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        var home = options.valid(err);
        if (home.isEmpty()) {
            return 2;
        }
        var loaded = PlanFile.read(file);
        HomeOptions.print(loaded.problems().sorted(), err);
        if (loaded.plan().isEmpty()) {
            return 2;
        }
        try (var engine = Engine.start(home.get())) {
            var books = Books.of(
                    engine.work().jdbc(),
                    engine.work().bulk(),
                    home.get().plans().values());
            var results = new Simulation(books).run(loaded.plan().get(), month);
            var rows = new Rows(
                    List.of("plan", "payee", "period", "measure", "earned", "payable", "posted", "difference"));
            results.forEach(each -> rows.add(List.of(
                    each.account().plan(),
                    each.account().code(),
                    month,
                    each.measure(),
                    each.earned(),
                    each.payable(),
                    each.posted(),
                    each.difference())));
            rows.print(options.format(), spec.commandLine().getOut());
            var earned = results.stream().map(Simulation.Result::earned).reduce(BigDecimal.ZERO, BigDecimal::add);
            var posted = results.stream().map(Simulation.Result::posted).reduce(BigDecimal.ZERO, BigDecimal::add);
            err.println(Texts.of(Terminal.language())
                    .format("simulate.sums", results.size(), earned, posted, earned.subtract(posted)));
            return 0;
        }
    }
}
