package io.dayclose.intake.parse;

import io.dayclose.intake.Fault;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row by canonical column: the text as it was read, the typed value where there is one, and what could not be read.
 *
 * @param emptied by column that must not be empty: the expression that left it so, and the cells it read
 */
public record Parsed(
        long line, String[] texts, @Nullable Object[] values, List<Fault> faults, Map<String, String> emptied) {

    static Parsed empty(long line, int columns) {
        return new Parsed(line, new String[columns], new Object[columns], new ArrayList<>(0), new HashMap<>(0));
    }

    /**
     * The texts in canonical form: what is stored must be read the same when its own layout is forgotten. Made only when
     * somebody asks; most rows become facts and nobody does.
     */
    public String[] canonicalTexts() {
        var canonical = texts.clone();
        for (int i = 0; i < canonical.length; i++) {
            canonical[i] = texts[i].isEmpty() || values[i] == null ? texts[i] : canonical(values[i]);
        }
        return canonical;
    }

    static String canonical(Object value) {
        if (value instanceof LocalDateTime time) {
            return Dates.text(time);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
