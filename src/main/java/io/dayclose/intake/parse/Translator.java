package io.dayclose.intake.parse;

import io.dayclose.config.expression.Expression;
import io.dayclose.config.expression.Uncomputable;
import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.Feed;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.config.feed.KeyColumns;
import io.dayclose.config.feed.Layout;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.intake.Remark;
import io.dayclose.intake.read.HeaderName;
import io.dayclose.intake.read.SourceRow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one source into canonical form: headers to columns, expressions, texts to values. */
public final class Translator {
    private final FeedSchema schema;
    private final Cells cells;
    private final Cells results;
    private final int[] cellOf;
    private final @Nullable Expression[] derived;
    private final RowScope scope;
    private final Noticed noticed = new Noticed();
    private final boolean remembersRows;
    private final int width;
    private final List<String> header;
    private final int voided;

    /** How one source writes what the schema asks for, and where. */
    private record Dialect(
            Layout layout, Map<String, List<String>> headers, Map<String, String> derive, Locality locality) {}

    private Translator(FeedSchema schema, Dialect dialect, List<String> header) {
        this.schema = schema;
        width = header.size();
        this.header = header;
        voided = schema.index("void");
        cells = new Cells(dialect.layout(), dialect.locality(), noticed);
        results = new Cells(Layout.CANONICAL, dialect.locality(), noticed);
        cellOf = schema.columns().stream()
                .mapToInt(column -> cell(column, dialect.headers(), header))
                .toArray();
        derived = schema.columns().stream()
                .map(column -> Optional.ofNullable(dialect.derive().get(column.name()))
                        .map(Expression::of)
                        .orElse(null))
                .toArray(Expression[]::new);
        scope = new RowScope(schema, names(header), new Cells(dialect.layout(), dialect.locality(), noticed));
        remembersRows = expressions().anyMatch(Expression::countsRows);
    }

    /** For what a feed brings: its own layout, headers and expressions. */
    public static Translator of(Feed feed, List<String> header, Locality locality) {
        return new Translator(
                feed.schema(), new Dialect(feed.layout(), feed.headers(), feed.derive(), locality), header);
    }

    /** For records that are already canonical: stored vouchers. */
    public static Translator canonical(FeedSchema schema) {
        return new Translator(
                schema, new Dialect(Layout.CANONICAL, Map.of(), Map.of(), Locality.NONE), schema.columnNames());
    }

    private Stream<Expression> expressions() {
        return Arrays.stream(derived).filter(Objects::nonNull);
    }

    /** The names in a feed's file come before our own; the very spelling comes before one that differs in blanks or case. */
    private static int cell(Column column, Map<String, List<String>> headers, List<String> header) {
        var plain = header.stream().map(HeaderName::plain).toList();
        var names = Stream.concat(headers.getOrDefault(column.name(), List.of()).stream(), Stream.of(column.name()))
                .toList();
        return Stream.concat(
                        names.stream().map(header::indexOf),
                        names.stream().map(name -> plain.indexOf(HeaderName.plain(name))))
                .filter(index -> index >= 0)
                .findFirst()
                .orElse(-1);
    }

    private Map<String, Integer> names(List<String> header) {
        var names = new HashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            names.putIfAbsent(HeaderName.plain(header.get(i)), i);
        }
        for (int i = 0; i < header.size(); i++) {
            names.put(header.get(i), i);
        }
        for (int i = 0; i < cellOf.length; i++) {
            if (cellOf[i] >= 0) {
                names.put(schema.columns().get(i).name(), cellOf[i]);
            }
        }
        return names;
    }

    /** Two headers of a source that mean the same column. */
    public record Twice(String first, String second, String column) {}

    /** The first two headers that mean the same column: nobody can tell which one counts. */
    public static Optional<Twice> twice(Feed feed, List<String> header) {
        for (var column : feed.schema().columns()) {
            var names = Stream.concat(
                            Stream.of(column.name()), feed.headers().getOrDefault(column.name(), List.of()).stream())
                    .map(HeaderName::plain)
                    .toList();
            var meant = header.stream()
                    .filter(each -> names.contains(HeaderName.plain(each)))
                    .toList();
            if (meant.size() > 1) {
                return Optional.of(new Twice(meant.get(0), meant.get(1), column.name()));
            }
        }
        return Optional.empty();
    }

    /** Headers that are nearly those of columns this source lacks, each as {@code found → meant}; empty when none is. */
    public static String nearHeaders(Feed feed, List<String> header) {
        return NearHeaders.of(feed, header);
    }

    /** The first column that every row needs and this source does not have. */
    public Optional<Column> missing() {
        for (int i = 0; i < cellOf.length; i++) {
            if (cellOf[i] < 0 && derived[i] == null && !schema.columns().get(i).optional()) {
                return Optional.of(schema.columns().get(i));
            }
        }
        return Optional.empty();
    }

    /** The first name that an expression reads and this source has no header for: no row of it could be computed. */
    public Optional<String> unnamed() {
        return expressions()
                .flatMap(expression -> expression.names().stream())
                .filter(name -> !scope.has(name))
                .findFirst();
    }

    /** What is to be told once of the source whose rows were translated. */
    public List<Remark> remarks() {
        return noticed.remarks();
    }

    /** Where a column comes from: its header in this source, or the expression that makes it; empty when it is not there. */
    public String origin(int column) {
        if (derived[column] != null) {
            return derived[column].toString();
        }
        return cellOf[column] < 0 ? "" : header.get(cellOf[column]);
    }

    /** Passes over a row that was taken in before, counting it where an expression counts rows. */
    public void skip(SourceRow row) {
        if (remembersRows && !row.damaged()) {
            translate(row);
        }
    }

    public Parsed translate(SourceRow row) {
        var parsed = Parsed.empty(row.line(), cellOf.length);
        if (row.damaged()) {
            Arrays.fill(parsed.texts(), "");
            parsed.faults()
                    .add(new Fault(
                            Reason.UNREADABLE_ROW,
                            "",
                            String.join(",", row.cells()).replace(SourceRow.UNSOLVED, '='),
                            row.cells().length > 1 ? row.cells().length + " ≠ " + width : ""));
            return parsed;
        }
        scope.show(row.cells());
        for (int i = 0; i < cellOf.length; i++) {
            read(row, parsed, i);
        }
        return parsed;
    }

    private void read(SourceRow row, Parsed parsed, int i) {
        var expression = derived[i];
        if (expression != null) {
            derive(expression, parsed, i);
        } else {
            read(cellOf[i] < 0 ? "" : SpreadsheetQuoting.text(row.cells()[cellOf[i]]), cells, parsed, i);
        }
    }

    /**
     * The key of a row whose cells are kept as they stand; null where values have to be made of them first, or where the row
     * may be a cancellation.
     */
    public @Nullable String plainKey(SourceRow row, KeyColumns key) {
        if (voided >= 0 && cellOf[voided] >= 0 && !row.cells()[cellOf[voided]].isEmpty()) {
            return null;
        }
        var text = new StringBuilder();
        for (int column : key.indexes()) {
            var cell = derived[column] != null || cellOf[column] < 0 ? "" : row.cells()[cellOf[column]];
            if (!PlainCell.isOne(schema.columns().get(column).type(), cell)) {
                return null;
            }
            text.append(text.isEmpty() ? "" : "/").append(cell);
        }
        return text.toString();
    }

    /** Some columns of a whole row alone, the others left empty: what a look at its key needs. */
    public Parsed translate(SourceRow row, int[] columns) {
        var parsed = Parsed.empty(row.line(), cellOf.length);
        Arrays.fill(parsed.texts(), "");
        scope.show(row.cells());
        for (int i : columns) {
            read(row, parsed, i);
        }
        return parsed;
    }

    private void read(String text, Cells reader, Parsed parsed, int i) {
        var column = schema.columns().get(i);
        parsed.texts()[i] = Cells.shown(text);
        try {
            parsed.values()[i] = text.isEmpty() ? null : reader.parse(column, text);
        } catch (UnreadableCell unreadable) {
            parsed.faults().add(unreadable.in(column.name(), parsed.texts()[i]));
        }
    }

    /** A text is written as this source writes; any other result is canonical whatever its layout says. */
    private void derive(Expression expression, Parsed parsed, int i) {
        parsed.texts()[i] = "";
        scope.begin();
        try {
            var value = expression.value(scope);
            if (value instanceof String text) {
                read(SpreadsheetQuoting.text(text), cells, parsed, i);
            } else if (value != null) {
                read(Parsed.canonical(value), results, parsed, i);
            }
            if (parsed.texts()[i].isEmpty() && !schema.columns().get(i).optional()) {
                parsed.emptied().put(schema.columns().get(i).name(), expression + "; " + cellsOf(expression));
            }
        } catch (UnreadableCell unreadable) {
            parsed.faults().add(Objects.requireNonNull(scope.fault()));
        } catch (Uncomputable failed) {
            parsed.faults()
                    .add(new Fault(
                            Reason.BAD_DERIVED_VALUE,
                            schema.columns().get(i).name(),
                            cellsOf(expression),
                            expression + ": " + failed.operation()));
        }
    }

    /** The cells an expression reads, as they stand: among them is the one to mend. */
    private String cellsOf(Expression expression) {
        return expression.names().stream()
                .map(name -> name + " = " + (scope.shown(name).isEmpty() ? "''" : scope.shown(name)))
                .collect(Collectors.joining(", "));
    }
}
