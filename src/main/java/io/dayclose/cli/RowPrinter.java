package io.dayclose.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.dayclose.inquiry.Rows;
import io.dayclose.text.CellWidth;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints rows for people and scripts: a table, CSV, or JSON with the same names. */
final class RowPrinter {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private RowPrinter() {}

    static void print(Rows rows, Format format, PrintWriter out) {
        switch (format) {
            case TABLE -> table(rows, out);
            case CSV -> csv(rows, out);
            case JSON -> json(rows, out);
        }
        out.flush();
    }

    private static void csv(Rows rows, PrintWriter out) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(rows.columns());
            rows.all()
                    .forEach(row -> csv.writeRecord(row.stream()
                            .map(Rows::text)
                            .map(RowPrinter::harmless)
                            .toList()));
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

    private static void json(Rows rows, PrintWriter out) {
        var columns = rows.columns();
        var objects = rows.all().stream().map(row -> {
            var object = new LinkedHashMap<String, @Nullable Object>();
            for (int i = 0; i < columns.size(); i++) {
                var value = row.get(i);
                object.put(columns.get(i), value instanceof Number ? value : value == null ? null : Rows.text(value));
            }
            return object;
        });
        out.println(JSON.writeValueAsString(objects.toList()));
    }

    private static void table(Rows rows, PrintWriter out) {
        var columns = rows.columns();
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    CellWidth.of(columns.get(i)),
                    rows.all().stream()
                            .mapToInt(row -> CellWidth.of(Rows.text(row.get(column))))
                            .max()
                            .orElse(0));
        }
        line(out, columns, widths, List.of());
        rows.all().forEach(row -> line(out, row.stream().map(Rows::text).toList(), widths, row));
    }

    /** Numbers stand to the right, everything else to the left. */
    private static void line(PrintWriter out, List<String> cells, int[] widths, List<@Nullable Object> values) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var blank = " ".repeat(widths[i] - CellWidth.of(cells.get(i)));
            boolean number = !values.isEmpty() && values.get(i) instanceof Number;
            line.append(number ? blank + cells.get(i) : cells.get(i) + blank).append("  ");
        }
        out.println(line.toString().stripTrailing());
    }
}
