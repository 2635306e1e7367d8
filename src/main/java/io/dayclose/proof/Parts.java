package io.dayclose.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The parts of tables, as they are and as they were sealed. */
final class Parts {
    private static final String COLUMNS =
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position";
    private static final String SEALED =
            "SELECT part, row_count, total, digest, of_columns FROM seal WHERE table_name = ? AND part LIKE ? ORDER BY part";
    private static final String KEEP =
            "REPLACE INTO seal (table_name, part, row_count, total, digest, of_columns, sealed_at) VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP())";

    private final JdbcTemplate jdbc;

    /** Of all tables, asked once: a server takes milliseconds to answer for each of them. */
    private final Map<String, List<String>> columns = new TreeMap<>();

    Parts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Part.Sealed> sealed(String table, String parts) {
        var sealed = new LinkedHashMap<String, Part.Sealed>();
        jdbc.query(
                SEALED,
                row -> {
                    var part = Part.of(row.getLong(2), row.getBigDecimal(3), row.getString(4));
                    sealed.put(
                            row.getString(1),
                            new Part.Sealed(part, List.of(row.getString(5).split(" "))));
                },
                table,
                parts);
        return sealed;
    }

    /** By all columns the table has now. */
    Map<String, Part> now(SealedTable table, String which) {
        return now(table, columns(table), which);
    }

    /** The digest does not depend on the order of rows. */
    Map<String, Part> now(SealedTable table, List<String> columns, String which) {
        var text = columns.stream()
                .map(column -> "COALESCE(" + column + ", '\\N')")
                .collect(Collectors.joining(", ", "CONCAT_WS('\\t', ", ")"));
        var sql =
                "SELECT %s, COUNT(*), COALESCE(SUM(%s), 0), SUM(CRC32(%s)) FROM %s WHERE (%s) AND (%s) GROUP BY %s ORDER BY 1"
                        .formatted(table.part(), table.total(), text, table.name(), table.only(), which, table.by());
        var parts = new LinkedHashMap<String, Part>();
        jdbc.query(sql, row -> {
            parts.put(row.getString(1), Part.of(row.getLong(2), row.getBigDecimal(3), row.getString(4)));
        });
        return parts;
    }

    void keep(SealedTable table, Map<String, Part> parts) {
        var made = String.join(" ", columns(table));
        parts.forEach(
                (part, each) -> jdbc.update(KEEP, table.name(), part, each.rows(), each.total(), each.digest(), made));
    }

    private List<String> columns(SealedTable table) {
        if (columns.isEmpty()) {
            jdbc.query(COLUMNS, row -> {
                columns.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                        .add(row.getString(2));
            });
        }
        return columns.getOrDefault(table.name(), List.of()).stream()
                .filter(column -> !table.without().contains(column))
                .toList();
    }
}
