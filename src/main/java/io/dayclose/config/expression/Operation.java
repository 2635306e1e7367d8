package io.dayclose.config.expression;

import org.jspecify.annotations.Nullable;

/**
 * An operation with two values.
 *
 * @param sign as it is written
 * @param rule throws an ArithmeticException when the values have no result
 */
record Operation(String sign, Rule rule) {
    /** What two values come to. */
    @FunctionalInterface
    interface Rule {
        @Nullable
        Object of(@Nullable Object a, @Nullable Object b);
    }

    Term with(Term left, Term right) {
        return row -> {
            var a = left.value(row);
            var b = right.value(row);
            try {
                return rule.of(a, b);
            } catch (ArithmeticException noResult) {
                throw new Uncomputable(Written.of(a) + " " + sign + " " + Written.of(b));
            }
        };
    }
}
