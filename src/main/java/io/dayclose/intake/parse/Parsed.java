package io.dayclose.intake.parse;

import io.dayclose.intake.Fault;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row by canonical column: the text as it was read, the typed value where there is one, and what could not be read.
 */
public record Parsed(long line, String[] texts, @Nullable Object[] values, List<Fault> faults) {

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
