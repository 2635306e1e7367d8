package io.dayclose.config.bonus;

import java.math.BigDecimal;

/**
 * One metric of a scorecard.
 *
 * @param metric a query {@code sql/metric/NAME.sql}, or the name of a score that people give
 * @param weight in percent of the total
 * @param curve from attainment, or from the metric's own value, to a score
 */
public record ScoreLine(String metric, BigDecimal weight, Against against, Curve curve) {
    /** What the curve is asked with. */
    public enum Against {
        /** actual ÷ target. */
        TARGET,
        /** The metric as it is. */
        VALUE
    }
}
