package io.dayclose.bonus;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact fraction: 1 ÷ 3 has no last digit, and what is compared or multiplied must not be rounded before. */
public record Ratio(BigDecimal over, BigDecimal under) implements Comparable<Ratio> {

    public Ratio {
        if (under.signum() <= 0) {
            throw new IllegalArgumentException("a ratio must be of something above 0: " + under);
        }
    }

    static Ratio of(BigDecimal value) {
        return new Ratio(value, BigDecimal.ONE);
    }

    Ratio times(BigDecimal factor) {
        return new Ratio(over.multiply(factor), under);
    }

    /** Divided once, straight into the rounding: half-up, ties away from zero. */
    BigDecimal rounded(int decimals) {
        return over.divide(under, decimals, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Ratio other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
