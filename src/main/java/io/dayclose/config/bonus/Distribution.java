package io.dayclose.config.bonus;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

/**
 * The second distribution: shares are in proportion to role weight × measure.
 *
 * @param roleWeights above 0, one for each role that takes part
 */
public record Distribution(Map<String, BigDecimal> roleWeights, By by) {
    /** What a person's share is measured by, besides the role. */
    public enum By {
        NET_AMOUNT,
        SCORE,
        EQUAL;

        /** The metric of that name. */
        public String metric() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Distribution {
        roleWeights = Map.copyOf(roleWeights);
    }
}
