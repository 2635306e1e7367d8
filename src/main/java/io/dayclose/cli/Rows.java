package io.dayclose.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rows for people and scripts: a table, CSV, or JSON with the same names. */
final class Rows {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    Rows(List<String> columns) {
        this.columns = columns;
    }

    void add(List<@Nullable Object> row) {
        rows.add(row);
    }

    /** The same rows with one more column, worked out from the texts of the others. */
    Rows with(String column, Function<Map<String, String>, Object> value) {
        var all = new ArrayList<>(columns);
        all.add(column);
        var wider = new Rows(all);
        for (var row : rows) {
            List<@Nullable Object> more = new ArrayList<>(row);
            more.add(value.apply(texts(row)));
            wider.add(more);
        }
        return wider;
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /** Those rows whose texts, by column, meet a condition. */
    Rows where(Predicate<Map<String, String>> condition) {
        var some = new Rows(columns);
        rows.stream().filter(row -> condition.test(texts(row))).forEach(some::add);
        return some;
    }

    Rows first(int most) {
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

    void print(Format format, PrintWriter out) {
        switch (format) {
            case TABLE -> table(out);
            case CSV -> csv(out);
            case JSON -> json(out);
        }
        out.flush();
    }

    private void csv(PrintWriter out) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns);
            rows.forEach(row -> csv.writeRecord(
                    row.stream().map(Rows::text).map(Rows::harmless).toList()));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        out.print(text);
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe; numbers stay numbers. */
    private static String harmless(String text) {
        boolean risky = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("[-+]?[\\d.]+");
        return risky ? "'" + text : text;
    }

    private void json(PrintWriter out) {
        var objects = rows.stream().map(row -> {
            var object = new LinkedHashMap<String, @Nullable Object>();
            for (int i = 0; i < columns.size(); i++) {
                var value = row.get(i);
                object.put(columns.get(i), value instanceof Number ? value : value == null ? null : text(value));
            }
            return object;
        });
        out.println(JSON.writeValueAsString(objects.toList()));
    }

    private void table(PrintWriter out) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    width(columns.get(i)),
                    rows.stream()
                            .mapToInt(row -> width(text(row.get(column))))
                            .max()
                            .orElse(0));
        }
        line(out, columns, widths, List.of());
        rows.forEach(row -> line(out, row.stream().map(Rows::text).toList(), widths, row));
    }

    /** Numbers stand to the right, everything else to the left. */
    private static void line(PrintWriter out, List<String> cells, int[] widths, List<@Nullable Object> values) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var blank = " ".repeat(widths[i] - width(cells.get(i)));
            boolean number = !values.isEmpty() && values.get(i) instanceof Number;
            line.append(number ? blank + cells.get(i) : cells.get(i) + blank).append("  ");
        }
        out.println(line.toString().stripTrailing());
    }

    private static String text(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value == null ? "" : value.toString().replaceAll("[\\r\\n]+", " ");
    }

    /** Terminals draw a Chinese character two cells wide. */
    static int width(String text) {
        return text.codePoints().map(point -> point > 0x2E7F ? 2 : 1).sum();
    }
}
