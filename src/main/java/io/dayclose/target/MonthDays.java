package io.dayclose.target;

import io.dayclose.config.calendar.WorkingCalendar;
import io.dayclose.money.Allocation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A month's target broken down to its days by the calendar's weights: target of a day = month × weight ÷ Σ weights, cut off to
 * the unit's decimals; what that leaves goes unit by unit to the days that lost most, so that the days add up to the month
 * exactly (largest remainder; of equals the earlier day). In a month whose days all weigh 0 every day counts the same.
 *
 * @param days one figure for each day of the month
 */
public record MonthDays(YearMonth month, List<BigDecimal> days) {

    public MonthDays {
        days = List.copyOf(days);
        if (days.size() != month.lengthOfMonth()) {
            throw new IllegalArgumentException(month + " must have a figure for each day, not " + days.size());
        }
    }

    /** @param decimals of the smallest unit: 2 for fen, 0 for pieces; the target is rounded half-up to it first */
    public static MonthDays of(YearMonth month, BigDecimal target, WorkingCalendar calendar, int decimals) {
        return new MonthDays(month, Allocation.of(target, calendar.weights(month), decimals));
    }

    /** What the whole month is to bring. */
    public BigDecimal whole() {
        return Amounts.sum(days);
    }

    /** What one day is to bring. */
    public BigDecimal on(LocalDate day) {
        return days.get(within(day) - 1);
    }

    /** What the month is to have brought by the end of a day. */
    public BigDecimal until(LocalDate day) {
        return Amounts.sum(days.subList(0, within(day)));
    }

    private int within(LocalDate day) {
        if (!YearMonth.from(day).equals(month)) {
            throw new IllegalArgumentException(day + " must lie in " + month);
        }
        return day.getDayOfMonth();
    }
}
