package io.dayclose.cli;

import io.dayclose.app.Engine;
import io.dayclose.calendar.DateSpan;
import io.dayclose.inquiry.ListQuery;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints facts and results for people and scripts. */
@Command(name = "show", description = "print facts and results / 查询", mixinStandardHelpOptions = true)
final class ShowCommand extends HomeCommand {
    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private ShowFilter filter = new ShowFilter();

    @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
    private ListQuery what = ListQuery.FEEDS;

    @Option(names = "--date", paramLabel = "D", description = "as on that date's close (default: the last run) / 业务日期")
    private @Nullable LocalDate date;

    @Option(names = "--period", paramLabel = "M", description = "a month, e.g. 2026-11 / 月份")
    private @Nullable YearMonth period;

    @Override
    int work(Engine engine) {
        var jdbc = engine.work().jdbc();
        format.print(filter.of(what.rows(jdbc, span(ListQuery.lastDate(jdbc)))), out());
        return 0;
    }

    private DateSpan span(LocalDate last) {
        if (period != null) {
            return new DateSpan(period.atDay(1), period.atEndOfMonth());
        }
        var day = date == null ? last : date;
        return new DateSpan(day, day);
    }
}
