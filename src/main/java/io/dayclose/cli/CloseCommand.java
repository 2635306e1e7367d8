package io.dayclose.cli;

import io.dayclose.commission.close.MonthClose;
import io.dayclose.job.Bookkeeping;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import io.dayclose.text.Texts;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Settles a month and closes it for good. */
@Command(name = "close", description = "close a month: settle it and freeze it / 月结", mixinStandardHelpOptions = true)
final class CloseCommand implements Callable<Integer> {
    @Mixin
    private HomeOptions options = new HomeOptions();

    @Parameters(index = "0", paramLabel = "month", description = "the word month / 写 month")
    private String what = "";

    @Parameters(index = "1", paramLabel = "M", description = "the month, e.g. 2026-10 / 月份")
    private YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--force", description = "although days of it are not closed; needs --reason / 有未日结的日期也关账")
    private boolean force;

    @Option(names = "--reason", paramLabel = "T", description = "why / 原因")
    private @Nullable String reason;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        var home = options.validToKeep(err);
        if (home.isEmpty()) {
            return 2;
        }
        if (!what.equals("month")) {
            throw Refusal.usage(Problem.at("close", Message.CLOSE_WHAT, what));
        }
        var why = Optional.ofNullable(reason).filter(given -> !given.isBlank());
        if (force && why.isEmpty()) {
            throw Refusal.usage(Problem.at("--force", Message.REASON_REQUIRED));
        }
        try (var engine = Engine.start(home.get())) {
            var books = new Bookkeeping(engine.work(), engine.transactions());
            boolean done = books.closeMonth(new MonthClose.Request(month, force, why, options.user(), 0));
            err.println(Texts.of(Terminal.language()).format(done ? "close.done" : "close.before", month));
            new CloseSummary(engine.work(), month).print(err);
            return 0;
        }
    }
}
