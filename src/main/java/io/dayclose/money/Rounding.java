package io.dayclose.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one place where amounts are rounded: half-up, ties away from zero. */
public final class Rounding {
    /** No amount, in whole fen. */
    public static final BigDecimal NO_FEN = BigDecimal.ZERO.setScale(2);

    private Rounding() {}

    /** The amount in whole fen (two decimals). */
    public static BigDecimal toFen(BigDecimal amount) {
        return to(amount, 2);
    }

    /** A part of an amount in whole fen: multiplied first, divided once, straight into the rounding. */
    public static BigDecimal partInFen(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return amount.multiply(part).divide(whole, 2, RoundingMode.HALF_UP);
    }

    public static BigDecimal to(BigDecimal amount, int decimals) {
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }
}
