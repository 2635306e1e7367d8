package io.dayclose.target.night;

import io.dayclose.config.metric.Metric;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;

/** A metric's figure in its smallest unit. */
final class Amount {
    private Amount() {}

    static BigDecimal of(BigDecimal value, Metric metric) {
        return Rounding.to(value, metric.unit().decimals());
    }
}
