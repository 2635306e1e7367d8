package io.dayclose.config.carrier;

import io.dayclose.calendar.DateSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.Map;

/**
 * How a carrier's days make up cycles, and when each cycle is to be paid.
 *
 * @param payBy the pay day of {@code first-half} and {@code second-half}, of {@code month}, or the days after the end of a
 *     {@code week}
 */
public record Cycles(Kind kind, Map<String, PayDay> payBy) {
    private static final int FIRST_HALF = 15;
    private static final int LAST_DAY = 31;

    /** Names of cycles in the order in which the cycles end: names of two kinds do not stand in it by themselves. */
    public static final Comparator<String> ORDER = Comparator.comparing(
                    (String name) -> days(name).to())
            .thenComparing(name -> days(name).from());

    /** The length of a cycle. */
    public enum Kind {
        HALF_MONTH,
        MONTH,
        WEEK
    }

    /**
     * A day of the month in which the cycle ends, or of the month after; the month's last day when it is shorter.
     *
     * @param day for weeks: days after the last one
     */
    public record PayDay(boolean nextMonth, int day) {
        LocalDate after(LocalDate end) {
            var month = YearMonth.from(end).plusMonths(nextMonth ? 1 : 0);
            return month.atDay(Math.min(day, month.lengthOfMonth()));
        }
    }

    /**
     * A span of days that one statement covers.
     *
     * @param name {@code 2026-10-H1}, {@code 2026-10} or {@code 2026-W41}
     */
    public record Cycle(String name, LocalDate from, LocalDate to, LocalDate payBy) {}

    /**
     * The days of a cycle by its name, whatever is agreed by now.
     *
     * @param name as {@link Cycle} has it
     */
    public static DateSpan days(String name) {
        int dash = name.indexOf('-', name.indexOf('-') + 1);
        if (name.contains("W")) {
            var monday = LocalDate.parse(name + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            return new DateSpan(monday, monday.plusDays(DayOfWeek.values().length - 1L));
        }
        var month = YearMonth.parse(dash < 0 ? name : name.substring(0, dash));
        var half = month.atDay(FIRST_HALF);
        return new DateSpan(
                name.endsWith("-H2") ? half.plusDays(1) : month.atDay(1),
                name.endsWith("-H1") ? half : month.atEndOfMonth());
    }

    /** The cycle of a day. */
    public Cycle of(LocalDate date) {
        return switch (kind) {
            case HALF_MONTH -> half(date);
            case MONTH ->
                cycle(
                        YearMonth.from(date).toString(),
                        date.withDayOfMonth(1),
                        YearMonth.from(date).atEndOfMonth(),
                        "month");
            case WEEK -> week(date.with(DayOfWeek.MONDAY));
        };
    }

    private Cycle half(LocalDate date) {
        var month = YearMonth.from(date);
        return date.getDayOfMonth() <= FIRST_HALF
                ? cycle(month + "-H1", month.atDay(1), month.atDay(FIRST_HALF), "first-half")
                : cycle(month + "-H2", month.atDay(FIRST_HALF + 1), month.atEndOfMonth(), "second-half");
    }

    private Cycle week(LocalDate monday) {
        var name = "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        return cycle(name, monday, monday.plusDays(DayOfWeek.values().length - 1L), "week");
    }

    private Cycle cycle(String name, LocalDate from, LocalDate to, String part) {
        var pay = payBy.getOrDefault(part, new PayDay(false, kind == Kind.WEEK ? 0 : LAST_DAY));
        return new Cycle(name, from, to, kind == Kind.WEEK ? to.plusDays(pay.day()) : pay.after(to));
    }
}
