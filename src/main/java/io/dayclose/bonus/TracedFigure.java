package io.dayclose.bonus;

import io.dayclose.target.Scope;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One figure that a bonus was worked out from, and what was made of it.
 *
 * @param rule the curve, limit or percentage it went through, as the plan writes it
 * @param weight of SCORE in percent of the total, of POOL the percentage, of SHARE the role's weight
 * @param actual the metric, unrounded
 * @param target what it is measured against, if anything
 * @param result of SCORE the score, of POOL the pool's amount, of SHARE weight × measure to 6 decimals
 */
public record TracedFigure(
        Kind kind,
        String metric,
        Scope scope,
        String rule,
        Optional<BigDecimal> weight,
        Optional<BigDecimal> actual,
        Optional<BigDecimal> target,
        Optional<BigDecimal> result) {
    /** What the figure is read for. */
    public enum Kind {
        SCORE,
        GATE,
        POOL,
        SHARE
    }
}
