package io.dayclose.intake.parse;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Fault;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression of {@code derive} sees: the row as read, and the functions {@code abs}, {@code round},
 * {@code date} and {@code occurrence}. Public because the expression language calls it by reflection.
 */
public final class RowScope {
    private final FeedSchema schema;
    private final Map<String, Integer> cellOf;
    private final Cells parser;
    private final Map<Object, Integer> occurrences = new HashMap<>();
    private String[] cells = {};
    private @Nullable Fault fault;

    RowScope(FeedSchema schema, Map<String, Integer> cellOf, Cells parser) {
        this.schema = schema;
        this.cellOf = cellOf;
        this.parser = parser;
    }

    void show(String[] row) {
        cells = row;
        fault = null;
    }

    /** The first cell that could not be read since the row was shown. */
    @Nullable
    Fault fault() {
        return fault;
    }

    boolean has(String name) {
        return cellOf.containsKey(name);
    }

    /** A column's typed value as read, or the text of any other header; null when empty. */
    @Nullable
    Object get(String name) {
        var text = cells[cellOf.get(name)].strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return schema.has(name) ? parser.parse(schema.columns().get(schema.index(name)), text) : text;
        } catch (UnreadableCell unreadable) {
            fault = fault == null ? unreadable.in(name, text) : fault;
            throw unreadable;
        }
    }

    public BigDecimal abs(BigDecimal number) {
        return number.abs();
    }

    public BigDecimal round(BigDecimal number, int decimals) {
        return Rounding.to(number, decimals);
    }

    public LocalDate date(LocalDateTime time) {
        return time.toLocalDate();
    }

    /** 1 for the first row of the file with this value, 2 for the second, and so on. */
    public int occurrence(Object value) {
        return occurrences.merge(value, 1, Integer::sum);
    }
}
