package io.dayclose.config.carrier;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Differences too small to follow: written off, listed, and limited per statement.
 *
 * @param shortBy what may be missing of a parcel
 * @param overBy what may be too much
 * @param percent of the amount due; whichever is less counts; none: no limit by percentage
 * @param perStatement what may be written off in one statement; none: no limit
 */
public record Tolerance(
        BigDecimal shortBy, BigDecimal overBy, Optional<BigDecimal> percent, Optional<BigDecimal> perStatement) {

    /** None at all. */
    public static final Tolerance NONE =
            new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), Optional.empty());

    public boolean allowsShort(BigDecimal missing, BigDecimal gross) {
        return missing.compareTo(limit(shortBy, gross)) <= 0;
    }

    public boolean allowsOver(BigDecimal extra, BigDecimal gross) {
        return extra.compareTo(limit(overBy, gross)) <= 0;
    }

    private BigDecimal limit(BigDecimal most, BigDecimal gross) {
        return percent.map(part -> gross.multiply(part).movePointLeft(2).min(most))
                .orElse(most);
    }

    /** Whether a statement may have so much written off. */
    public boolean allowsInStatement(BigDecimal sum) {
        return perStatement.isEmpty() || sum.compareTo(perStatement.get()) <= 0;
    }
}
