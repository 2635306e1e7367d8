package io.dayclose.config.expression;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as texts: as they stand in a cell, and as they would be written in an expression. */
final class Written {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int SHOWN = 40;

    private Written() {}

    static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof LocalDateTime moment ? MOMENT.format(moment) : value.toString();
    }

    static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        var text = text(value);
        var shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return value instanceof String ? "'" + shown + "'" : shown;
    }
}
