package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.close.BookOperations;
import io.dayclose.close.MonthClose;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Settles a month and closes it for good. */
@Command(name = "close", description = "close a month: settle it and freeze it / 月结", mixinStandardHelpOptions = true)
final class CloseCommand extends HomeCommand {
    @Mixin
    private UserOption user = new UserOption();

    @Parameters(index = "0", paramLabel = "month", description = "the word month / 写 month")
    private String what = "";

    @Parameters(index = "1", paramLabel = "M", description = "the month, e.g. 2026-10 / 月份")
    private YearMonth month = YearMonth.of(1970, 1);

    @Option(names = "--force", description = "although days of it are not closed; needs --reason / 有未日结的日期也关账")
    private boolean force;

    @Option(names = "--reason", paramLabel = "T", description = "why / 原因")
    private @Nullable String reason;

    @Override
    void require() {
        if (!what.equals("month")) {
            throw Refusal.usage(Problem.at("close", Message.CLOSE_WHAT, what));
        }
        if (force && why().isEmpty()) {
            throw Refusal.usage(Problem.at("--force", Message.REASON_REQUIRED));
        }
    }

    private Optional<String> why() {
        return Optional.ofNullable(reason).filter(given -> !given.isBlank());
    }

    @Override
    int work(Engine engine) {
        var books = new BookOperations(engine.work(), engine.transactions());
        boolean done = books.closeMonth(new MonthClose.Request(month, force, why(), user.name(), 0));
        say(done ? "close.done" : "close.before", month);
        new CloseSummary(engine.work(), month).print(err());
        return 0;
    }
}
