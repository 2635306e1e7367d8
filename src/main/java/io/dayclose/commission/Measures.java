package io.dayclose.commission;

import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.PlanVersion.Measure;
import java.math.BigDecimal;

/**
 * What the lines credited to a payee come to, after shares and returns, unrounded. Lines without a cost have no margin and
 * are left out of that one.
 *
 * @param netAmount in the company's currency
 * @param netQuantity in pieces
 * @param grossMargin in the company's currency
 */
public record Measures(BigDecimal netAmount, BigDecimal netQuantity, BigDecimal grossMargin) {
    public static final Measures NONE = new Measures(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public BigDecimal of(Measure measure) {
        return switch (measure) {
            case NET_AMOUNT -> netAmount;
            case NET_QUANTITY -> netQuantity;
            case GROSS_MARGIN -> grossMargin;
        };
    }

    /** What a version pays by: nothing where it pays a fixed amount and names no measure. */
    public BigDecimal paidBy(PlanVersion version) {
        return version.measure().map(this::of).orElse(BigDecimal.ZERO);
    }

    public Measures plus(Measures other) {
        return new Measures(
                netAmount.add(other.netAmount), netQuantity.add(other.netQuantity), grossMargin.add(other.grossMargin));
    }

    /** A share of them, such as 0.7. */
    public Measures times(BigDecimal share) {
        return new Measures(netAmount.multiply(share), netQuantity.multiply(share), grossMargin.multiply(share));
    }

    public boolean isNothing() {
        return netAmount.signum() == 0 && netQuantity.signum() == 0 && grossMargin.signum() == 0;
    }

    public Measures negate() {
        return new Measures(netAmount.negate(), netQuantity.negate(), grossMargin.negate());
    }
}
