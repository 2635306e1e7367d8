package io.dayclose.config.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decimal arithmetic: an operation with an empty cell is empty, as in SQL; a quotient keeps twelve decimals. Figures and
 * texts stay of a size that people write, so that no expression can make a small file a large one.
 */
final class Arithmetic {
    private static final int DECIMALS = 12;
    private static final int MOST_DIGITS = 100;
    static final int LONGEST_TEXT = 32_767;

    private Arithmetic() {}

    static @Nullable Object plus(@Nullable Object a, @Nullable Object b) {
        if (a instanceof String || b instanceof String) {
            return a == null || b == null ? null : limited(Written.text(a) + Written.text(b));
        }
        return numbers(a, b, BigDecimal::add);
    }

    static @Nullable Object minus(@Nullable Object a, @Nullable Object b) {
        return numbers(a, b, BigDecimal::subtract);
    }

    static @Nullable Object times(@Nullable Object a, @Nullable Object b) {
        return numbers(a, b, BigDecimal::multiply);
    }

    static @Nullable Object dividedBy(@Nullable Object a, @Nullable Object b) {
        return numbers(a, b, (x, y) -> withoutNoughts(x.divide(y, DECIMALS, RoundingMode.HALF_UP)));
    }

    static @Nullable Object remainder(@Nullable Object a, @Nullable Object b) {
        return numbers(a, b, BigDecimal::remainder);
    }

    /** A quotient that comes out even is written as people do: 5, not 5.000000000000. */
    private static BigDecimal withoutNoughts(BigDecimal quotient) {
        var shortest = quotient.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static @Nullable Object numbers(@Nullable Object a, @Nullable Object b, BinaryOperator<BigDecimal> rule) {
        if ((a == null || a instanceof BigDecimal) && (b == null || b instanceof BigDecimal)) {
            return a == null || b == null ? null : limited(rule.apply((BigDecimal) a, (BigDecimal) b));
        }
        throw new ArithmeticException("no numbers");
    }

    private static BigDecimal limited(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
            throw new ArithmeticException("too many digits");
        }
        return number;
    }

    static String limited(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new ArithmeticException("too long");
        }
        return text;
    }
}
