package io.dayclose.config.bonus;

import java.math.BigDecimal;
import java.util.Optional;

/** A metric that must not fall below or rise above a limit; the limit itself is allowed. At least one of both is given. */
public record Gate(String metric, Optional<BigDecimal> atLeast, Optional<BigDecimal> atMost) {

    public Gate {
        if (atLeast.isEmpty() && atMost.isEmpty()) {
            throw new IllegalArgumentException("a gate must have a limit: " + metric);
        }
    }

    /** The limit that a value breaks, compared unrounded. */
    public Optional<BigDecimal> broken(BigDecimal value) {
        return atLeast.filter(least -> value.compareTo(least) < 0)
                .or(() -> atMost.filter(most -> value.compareTo(most) > 0));
    }
}
