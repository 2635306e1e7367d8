package io.dayclose.intake.parse;

import io.dayclose.config.expression.Row;
import io.dayclose.config.expression.Uncomputable;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Blanks;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an expression of {@code derive} sees: the row as read, columns by their values, other headers by their texts. */
final class RowScope implements Row {
    private final FeedSchema schema;
    private final Map<String, Integer> cellOf;
    private final Cells parser;
    private final Map<Object, Map<Object, Integer>> occurrences = new IdentityHashMap<>();
    private String[] cells = {};
    private @Nullable Fault fault;

    RowScope(FeedSchema schema, Map<String, Integer> cellOf, Cells parser) {
        this.schema = schema;
        this.cellOf = cellOf;
        this.parser = parser;
    }

    void show(String[] row) {
        cells = row;
    }

    /** Begins a new expression: what another one could not read is none of its business. */
    void begin() {
        fault = null;
    }

    /** The cell that the expression could not read. */
    @Nullable
    Fault fault() {
        return fault;
    }

    boolean has(String name) {
        return cellOf.containsKey(name);
    }

    /** A cell as it stands, for people to see. */
    String shown(String name) {
        return has(name) ? Cells.shown(Blanks.strip(cells[Objects.requireNonNull(cellOf.get(name))])) : "";
    }

    /** A column's typed value as read, or the text of any other header; null when empty. */
    @Override
    public @Nullable Object get(String name) {
        if (!has(name)) {
            throw new Uncomputable(name);
        }
        var text = Blanks.strip(cells[Objects.requireNonNull(cellOf.get(name))]);
        try {
            return schema.has(name) ? typed(name, SpreadsheetQuoting.text(text)) : raw(text);
        } catch (UnreadableCell unreadable) {
            fault = unreadable.in(name, Cells.shown(text));
            throw unreadable;
        }
    }

    private @Nullable Object typed(String name, String text) {
        if (text.isEmpty()) {
            return null;
        }
        var value = parser.parse(schema.columns().get(schema.index(name)), text);
        return value instanceof Long whole ? BigDecimal.valueOf(whole) : value;
    }

    private static @Nullable String raw(String text) {
        if (Cells.isUnsolved(text)) {
            throw new UnreadableCell(Reason.FORMULA_UNSOLVED);
        }
        return text.isEmpty() ? null : text;
    }

    @Override
    public BigDecimal number(String text) {
        var plain = SpreadsheetQuoting.text(text);
        try {
            return parser.number(plain);
        } catch (UnreadableCell noNumber) {
            throw new Uncomputable("number('" + text + "')");
        }
    }

    @Override
    public LocalDate date(String text) {
        try {
            return parser.date(SpreadsheetQuoting.text(text));
        } catch (UnreadableCell noDate) {
            throw new Uncomputable("date('" + text + "')");
        }
    }

    @Override
    public int occurrence(Object asking, Object value) {
        return occurrences.computeIfAbsent(asking, any -> new HashMap<>()).merge(value, 1, Integer::sum);
    }
}
