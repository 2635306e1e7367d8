package io.dayclose.config.calendar;

import io.dayclose.text.Bilingual;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each day weighs beside the others: a day of weight 2 is expected to bring twice what a day of weight 1 brings, one of
 * weight 0 nothing. Weights have no unit; only their proportion counts.
 *
 * @param weekdays weights of weekdays; a weekday that is not named weighs 1
 * @param days the days that differ from their weekday
 */
public record WorkingCalendar(Map<DayOfWeek, BigDecimal> weekdays, Map<LocalDate, SpecialDay> days) {
    /** The calendar of a home without {@code calendar.yml}: every day weighs the same. */
    public static final WorkingCalendar EVEN = new WorkingCalendar(Map.of(), Map.of());

    public WorkingCalendar {
        weekdays = Map.copyOf(weekdays);
        days = Map.copyOf(days);
    }

    /**
     * A day that differs from its weekday.
     *
     * @param weight instead of its weekday's: what the file says, else 0 when nobody works and the weekday's when they do
     */
    public record SpecialDay(BigDecimal weight, boolean working, Optional<Bilingual> name) {}

    /** The weight of a day: its own where it has one, else its weekday's. */
    public BigDecimal weight(LocalDate day) {
        var special = days.get(day);
        return special == null ? usualWeight(day) : special.weight();
    }

    /** The weight of a day's weekday, whatever the day itself weighs. */
    public BigDecimal usualWeight(LocalDate day) {
        return weekdays.getOrDefault(day.getDayOfWeek(), BigDecimal.ONE);
    }

    /** The weights of a month's days, from the first to the last. */
    public List<BigDecimal> weights(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .map(this::weight)
                .toList();
    }
}
