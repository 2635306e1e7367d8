package io.dayclose.database;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows on their way into one table: values in the order of the columns, and, once asked for, as bytes for a load. */
public final class BulkRows {
    private final String table;
    private final List<String> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private byte @Nullable [] encoded;

    public BulkRows(String table, List<String> columns) {
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    public void add(@Nullable Object... values) {
        rows.add(values);
        encoded = null;
    }

    public int size() {
        return rows.size();
    }

    String table() {
        return table;
    }

    List<String> columns() {
        return columns;
    }

    List<@Nullable Object[]> rows() {
        return rows;
    }

    /** The same rows, some at a time; these rows themselves when there are no more than that, and nothing of none. */
    Stream<BulkRows> pieces(int most) {
        if (rows.size() <= most) {
            return rows.isEmpty() ? Stream.empty() : Stream.of(this);
        }
        return IntStream.iterate(0, from -> from < rows.size(), from -> from + most)
                .mapToObj(from -> {
                    var piece = new BulkRows(table, columns);
                    piece.rows.addAll(rows.subList(from, Math.min(rows.size(), from + most)));
                    return piece;
                });
    }

    /** The bytes of a bulk load; a reading thread calls this early so that the writing one need not. */
    public byte[] encode() {
        var bytes = encoded;
        if (bytes == null) {
            var text = new LoadText(rows.size() * 128);
            rows.forEach(text::row);
            bytes = text.bytes();
            encoded = bytes;
        }
        return bytes;
    }
}
