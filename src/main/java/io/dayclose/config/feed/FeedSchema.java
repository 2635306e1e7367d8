package io.dayclose.config.feed;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The canonical form of one feed: its columns in order, its natural key, and which columns mean what.
 *
 * @param master dated master data, read before any reference is checked
 * @param key the names of the key columns
 * @param date the column with the business date a fact belongs to; empty for master data
 * @param amount the column that is added up in controls
 * @param minus the word and column that turn the amount's sign ({@code kind = RETURN})
 */
public record FeedSchema(
        String name,
        boolean master,
        List<Column> columns,
        List<String> key,
        Optional<String> date,
        Optional<String> amount,
        Optional<Minus> minus) {

    /** The {@code valid_from} of master data that is valid always. */
    public static final LocalDate ALWAYS = LocalDate.of(1000, 1, 1);

    private static final Set<String> COUNTS = Set.of("quantity", "line_count");

    /** Lines whose {@code column} holds {@code word} count negative. */
    public record Minus(String column, String word) {}

    public int index(String column) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).name().equals(column))
                .findFirst()
                .orElse(-1);
    }

    public boolean has(String column) {
        return index(column) >= 0;
    }

    /** Whether it is one of the columns that hold numbers. */
    public boolean isNumber(String column) {
        return has(column)
                && List.of(ColumnType.WHOLE, ColumnType.MONEY, ColumnType.PRICE, ColumnType.FIGURE)
                        .contains(columns.get(index(column)).type());
    }

    /** Whether parts of one record add up in a column: amounts, pieces and numbers of lines do, references do not. */
    public boolean addsUp(String column) {
        var known = columns.get(index(column));
        boolean counts = known.type() == ColumnType.WHOLE && COUNTS.contains(column);
        return !master && !isKey(column) && (counts || known.type() == ColumnType.MONEY);
    }

    public boolean isKey(String column) {
        return key.contains(column);
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** The business date of a record, or null when it has none. */
    public @Nullable LocalDate dateOf(@Nullable Object[] values) {
        return date.map(name -> day(values[index(name)])).orElse(null);
    }

    /** The day of a date or a moment. */
    public static @Nullable LocalDate day(@Nullable Object value) {
        return value instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) value;
    }
}
