package io.dayclose.target;

import io.dayclose.config.calendar.WorkingCalendar;
import io.dayclose.money.Allocation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one metric of somebody (a person; just so an outlet, a branch, the company) stands at the end of a day, in the metric's
 * unit.
 *
 * @param target of the day alone
 * @param actual of the day alone
 * @param monthToDateTarget Σ of the targets of the month's days so far
 * @param monthToDateActual Σ of the actuals of the month's days so far
 * @param needed what each remaining day of weight now needs: (month's target − month to date) divided among them by their
 *     weights, adding up exactly; 0 each when the target is reached; empty when no day of weight is left
 */
public record PersonDay(
        LocalDate date,
        BigDecimal target,
        BigDecimal actual,
        BigDecimal monthToDateTarget,
        BigDecimal monthToDateActual,
        Map<LocalDate, BigDecimal> needed) {

    public PersonDay {
        needed = Collections.unmodifiableMap(new TreeMap<>(needed));
    }

    /** What a day and its month so far have brought. */
    public record Actual(BigDecimal day, BigDecimal monthToDate) {}

    /** How it stands on a day of the month that the target is for. */
    public static PersonDay on(LocalDate date, MonthDays targets, Actual actual, WorkingCalendar calendar) {
        return new PersonDay(
                date,
                targets.on(date),
                actual.day(),
                targets.until(date),
                actual.monthToDate(),
                needed(date, targets, actual.monthToDate(), calendar));
    }

    /** Month to date − target to date: below 0 when behind. */
    public BigDecimal gap() {
        return monthToDateActual.subtract(monthToDateTarget);
    }

    /** What the next remaining day needs; empty when no day is left. */
    public Optional<BigDecimal> neededPerDay() {
        return needed.values().stream().findFirst();
    }

    private static Map<LocalDate, BigDecimal> needed(
            LocalDate date, MonthDays targets, BigDecimal monthToDate, WorkingCalendar calendar) {
        var days = remaining(date, calendar);
        var whole = targets.whole();
        var rest = whole.subtract(monthToDate).max(BigDecimal.ZERO);
        var parts = Allocation.of(rest, days.stream().map(calendar::weight).toList(), whole.scale());
        var needed = new TreeMap<LocalDate, BigDecimal>();
        for (int each = 0; each < days.size(); each++) {
            needed.put(days.get(each), parts.get(each));
        }
        return needed;
    }

    /** The days of a month after a date that weigh something. */
    static List<LocalDate> remaining(LocalDate date, WorkingCalendar calendar) {
        return date.plusDays(1)
                .datesUntil(YearMonth.from(date).plusMonths(1).atDay(1))
                .filter(day -> calendar.weight(day).signum() > 0)
                .toList();
    }
}
