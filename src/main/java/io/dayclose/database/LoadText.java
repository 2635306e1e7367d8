package io.dayclose.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Values as LOAD DATA reads them: tabs between, backslash before what is special, {@code \N} for none. */
final class LoadText {
    private final StringBuilder text;

    LoadText(int capacity) {
        text = new StringBuilder(capacity);
    }

    void row(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            value(values[i]);
        }
        text.append('\n');
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof BigDecimal decimal) {
            text.append(decimal.toPlainString());
        } else if (value instanceof String string) {
            string(string);
        } else if (value instanceof Long whole) {
            text.append(whole.longValue());
        } else {
            text.append(value);
        }
    }

    private void string(String string) {
        if (isPlain(string)) {
            text.append(string);
        } else {
            escaped(string);
        }
    }

    private static boolean isPlain(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void escaped(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\\' -> text.append("\\\\");
                case 0 -> text.append("\\0");
                default -> text.append(c);
            }
        }
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
