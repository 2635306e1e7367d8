package io.dayclose.config.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an expression sees of a source: one row of it, and how its texts are read. */
public interface Row {
    /** A cell by its column or header: a text, number, day or moment; null when it is empty. */
    @Nullable
    Object get(String name);

    /** The number a text of this source is. */
    BigDecimal number(String text);

    /** The day a text of this source is. */
    LocalDate date(String text);

    /**
     * How many rows of the source have had this value so far, this one included.
     *
     * @param asking the place that asks: each counts for itself
     */
    int occurrence(Object asking, Object value);
}
