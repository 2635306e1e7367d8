package io.dayclose.config.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Compares two values of one kind. An empty cell is equal to another one and comes before everything else; values of two
 * kinds have no order, and to call them different would hide a slip.
 */
final class Order {
    private Order() {}

    static int of(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        if (a instanceof BigDecimal one && b instanceof BigDecimal other) {
            return one.compareTo(other);
        }
        if (a instanceof String one && b instanceof String other) {
            return one.compareTo(other);
        }
        if (a instanceof Boolean one && b instanceof Boolean other) {
            return one.compareTo(other);
        }
        return moment(a).compareTo(moment(b));
    }

    private static LocalDateTime moment(Object value) {
        if (value instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        if (value instanceof LocalDateTime moment) {
            return moment;
        }
        throw new ArithmeticException("two kinds");
    }
}
