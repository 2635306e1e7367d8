package io.dayclose.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What somebody has brought, day by day.
 *
 * @param first the first day anything is known of; before it there is no history
 * @param days figures by day; a day since the first that has none brought 0
 */
public record History(LocalDate first, Map<LocalDate, BigDecimal> days) {

    public History {
        days = Map.copyOf(days);
    }

    public BigDecimal on(LocalDate day) {
        return days.getOrDefault(day, BigDecimal.ZERO);
    }

    /** What a span of days has brought, both ends included. */
    public BigDecimal between(LocalDate from, LocalDate to) {
        return Amounts.sum(from.datesUntil(to.plusDays(1)).map(this::on).toList());
    }
}
