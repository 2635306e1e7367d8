package io.dayclose.inquiry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows under column names, for people and scripts. */
public final class Rows {
    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    public Rows(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    public void add(List<@Nullable Object> row) {
        rows.add(row);
    }

    public List<String> columns() {
        return columns;
    }

    /** Numbers, dates and texts; null where a column has nothing to say. */
    public List<List<@Nullable Object>> all() {
        return Collections.unmodifiableList(rows);
    }

    /** The same rows with one more column, worked out from the texts of the others. */
    public Rows with(String column, Function<Map<String, String>, Object> value) {
        var more = new ArrayList<>(columns);
        more.add(column);
        var wider = new Rows(more);
        for (var row : rows) {
            List<@Nullable Object> longer = new ArrayList<>(row);
            longer.add(value.apply(texts(row)));
            wider.add(longer);
        }
        return wider;
    }

    public boolean has(String column) {
        return columns.contains(column);
    }

    /** Those rows whose texts, by column, meet a condition. */
    public Rows where(Predicate<Map<String, String>> condition) {
        var some = new Rows(columns);
        rows.stream().filter(row -> condition.test(texts(row))).forEach(some::add);
        return some;
    }

    public Rows first(int most) {
        var some = new Rows(columns);
        rows.stream().limit(most).forEach(some::add);
        return some;
    }

    private Map<String, String> texts(List<@Nullable Object> row) {
        var texts = new HashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            texts.put(columns.get(i), text(row.get(i)));
        }
        return texts;
    }

    /** A value on one line; of nothing, nothing. */
    public static String text(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value == null ? "" : value.toString().replaceAll("[\\r\\n]+", " ");
    }
}
