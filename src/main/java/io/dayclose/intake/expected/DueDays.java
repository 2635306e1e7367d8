package io.dayclose.intake.expected;

import io.dayclose.config.feed.Expected;
import io.dayclose.config.feed.Expected.Every;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days on which something is due. What comes daily is due for each business date: by a time before noon of the
 * following day, or by a later time of the day itself.
 */
final class DueDays {
    private final Expected expected;

    DueDays(Expected expected) {
        this.expected = expected;
    }

    /** The days in a span, both ends included. */
    List<LocalDate> between(LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? List.of()
                : from.datesUntil(to.plusDays(1)).filter(this::isDue).toList();
    }

    private boolean isDue(LocalDate date) {
        return switch (expected.every()) {
            case DAY -> true;
            case WEEK -> date.getDayOfWeek().getValue() == expected.day();
            case MONTH -> date.equals(inMonth(YearMonth.from(date)));
        };
    }

    /** The 31st of a shorter month is its last day. */
    private LocalDate inMonth(YearMonth month) {
        return month.atDay(Math.min(expected.day(), month.lengthOfMonth()));
    }

    /** When what is due on a day has to be there. */
    LocalDateTime moment(LocalDate due) {
        boolean nextMorning = expected.every() == Every.DAY && expected.by().isBefore(LocalTime.NOON);
        return (nextMorning ? due.plusDays(1) : due).atTime(expected.by());
    }

    /** The due day a file of a date is meant for: the nearest, the earlier of two. */
    LocalDate meantFor(LocalDate date) {
        return Stream.of(onOrBefore(date), onOrAfter(date))
                .reduce((a, b) -> ChronoUnit.DAYS.between(date, b) < ChronoUnit.DAYS.between(a, date) ? b : a)
                .orElse(date);
    }

    /** The last due day up to a date. */
    LocalDate onOrBefore(LocalDate date) {
        var month = YearMonth.from(date);
        return switch (expected.every()) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(expected.day())));
            case MONTH -> inMonth(month).isAfter(date) ? inMonth(month.minusMonths(1)) : inMonth(month);
        };
    }

    private LocalDate onOrAfter(LocalDate date) {
        var month = YearMonth.from(date);
        return switch (expected.every()) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(expected.day())));
            case MONTH -> inMonth(month).isBefore(date) ? inMonth(month.plusMonths(1)) : inMonth(month);
        };
    }
}
