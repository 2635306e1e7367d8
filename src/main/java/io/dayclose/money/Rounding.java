package io.dayclose.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one place where amounts are rounded: half-up, ties away from zero. */
public final class Rounding {
    private Rounding() {}

    /** The amount in whole fen (two decimals). */
    public static BigDecimal toFen(BigDecimal amount) {
        return to(amount, 2);
    }

    public static BigDecimal to(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }
}
