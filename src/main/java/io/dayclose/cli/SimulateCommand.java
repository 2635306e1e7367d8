package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.commission.explain.Simulation;
import io.dayclose.commission.posting.PostingContext;
import io.dayclose.config.plan.PlanFile;
import io.dayclose.inquiry.Rows;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a draft plan would have paid. */
@Command(
        name = "simulate",
        description = "what a draft plan would have paid for a month / 方案试算",
        mixinStandardHelpOptions = true)
final class SimulateCommand extends HomeCommand {
    @Mixin
    private FormatOption format = new FormatOption();

    @Parameters(paramLabel = "PLANFILE", description = "a file like those in jobs-config/plans / 方案文件")
    private Path file = Path.of("");

    @Option(names = "--period", required = true, paramLabel = "M", description = "a past month / 月份")
    private YearMonth month = YearMonth.of(1970, 1);

    @Override
    int work(Engine engine) {
        var loaded = PlanFile.read(file);
        HomeOptions.print(loaded.problems().sorted(), err());
        if (loaded.plan().isEmpty()) {
            return 2;
        }
        var books = PostingContext.of(
                engine.work().jdbc(),
                engine.work().bulk(),
                engine.work().home().plans().values());
        var results = new Simulation(books).run(loaded.plan().get(), month);
        var rows = new Rows(List.of("plan", "payee", "period", "measure", "earned", "payable", "posted", "difference"));
        results.forEach(each -> rows.add(List.of(
                each.account().plan(),
                each.account().code(),
                month,
                each.measure(),
                each.earned(),
                each.payable(),
                each.posted(),
                each.difference())));
        format.print(rows, out());
        var earned = results.stream().map(Simulation.Result::earned).reduce(BigDecimal.ZERO, BigDecimal::add);
        var posted = results.stream().map(Simulation.Result::posted).reduce(BigDecimal.ZERO, BigDecimal::add);
        say("simulate.sums", results.size(), earned, posted, earned.subtract(posted));
        return 0;
    }
}
