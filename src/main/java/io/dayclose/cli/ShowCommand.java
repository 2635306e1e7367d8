package io.dayclose.cli;

import io.dayclose.calendar.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints facts and results for people and scripts. */
@Command(name = "show", description = "print facts and results / 查询", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
    private Shown what = Shown.FEEDS;

    @Option(names = "--date", paramLabel = "D", description = "as on that date's close (default: the last run) / 业务日期")
    private @Nullable LocalDate date;

    @Option(names = "--period", paramLabel = "M", description = "a month, e.g. 2026-11 / 月份")
    private @Nullable YearMonth period;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var home = options.valid(spec.commandLine().getErr());
        if (home.isEmpty()) {
            return 2;
        }
        try (var engine = Engine.start(home.get())) {
            var jdbc = engine.work().jdbc();
            what.query(jdbc, span(what.lastDate(jdbc)))
                    .print(options.format(), spec.commandLine().getOut());
            return 0;
        }
    }

    private DateSpan span(LocalDate last) {
        if (period != null) {
            return new DateSpan(period.atDay(1), period.atEndOfMonth());
        }
        var day = date == null ? last : date;
        return new DateSpan(day, day);
    }
}
