package io.dayclose.sums;

import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.database.FactDays;
import io.dayclose.database.Streaming;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Keeps the sums of each day true: makes them again for the days that new facts have touched. */
public final class SaleDays {
    /** The query of the lines of a day, below {@code sql/}. */
    public static final String LINES = "sum/sale-day.sql";

    private static final String SHARES = """
            SELECT outlet_code, seller_code, product_code, amount FROM discount_share
            WHERE business_date = :business_date AND (:parts = 1 OR CRC32(outlet_code) % :parts = :part)""";

    /** So many lines are summed at once; their sums fit well into a small heap. */
    private static final long LINES_AT_ONCE = 2_000_000;

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final DiscountDays discounts;
    private final FactDays days;
    private final String linesSql;

    public SaleDays(JdbcTemplate jdbc, BulkWriter bulk, String linesSql) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.linesSql = linesSql;
        discounts = new DiscountDays(jdbc, bulk);
        days = FactDays.of(jdbc, "sale", "summed_day", "business_date");
    }

    /** The days whose facts have changed since they were summed, oldest first. */
    public List<LocalDate> touched() {
        return days.changed();
    }

    /** Makes the sums of a day again; must run in a transaction. The count is taken first: what comes later shows in it. */
    public void sum(LocalDate day) {
        days.note(day);
        SumRows.TABLES.forEach(table -> jdbc.update("DELETE FROM " + table + " WHERE business_date = ?", day));
        discounts.share(day);
        var lines = jdbc.queryForObject("SELECT COUNT(*) FROM sale WHERE business_date = ?", Long.class, day);
        long parts = 1 + (lines == null ? 0 : lines) / LINES_AT_ONCE;
        for (long part = 0; part < parts; part++) {
            new SumRows(day).of(read(day, part, parts)).forEach(this::write);
        }
    }

    /** The days that have been summed and not touched since, oldest first. */
    public List<LocalDate> summed() {
        return jdbc.queryForList("""
                SELECT s.business_date FROM summed_day s JOIN fact_day f ON f.feed = 'sale' AND f.business_date = s.business_date AND f.changes = s.changes
                ORDER BY s.business_date""", LocalDate.class);
    }

    /** Sums a day again and says what was otherwise; the caller takes its transaction back. */
    public List<Difference> differences(LocalDate day) {
        var before = new LinkedHashMap<String, Map<String, String>>();
        SumRows.TABLES.forEach(table -> before.put(table, rows(table, day)));
        sum(day);
        return before.entrySet().stream()
                .flatMap(table -> differences(table.getKey(), table.getValue(), rows(table.getKey(), day)))
                .toList();
    }

    private static Stream<Difference> differences(
            String table, Map<String, String> found, Map<String, String> expected) {
        return Stream.concat(expected.keySet().stream(), found.keySet().stream())
                .distinct()
                .filter(key -> !Objects.equals(expected.get(key), found.get(key)))
                .map(key -> new Difference(table, key, expected.getOrDefault(key, "-"), found.getOrDefault(key, "-")));
    }

    /** The rows of a day by their keys. */
    private Map<String, String> rows(String table, LocalDate day) {
        var keys = jdbc.queryForList(
                "SELECT column_name FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND table_name = ? AND constraint_name = 'PRIMARY'",
                String.class,
                table);
        var rows = new LinkedHashMap<String, String>();
        jdbc.query(
                "SELECT * FROM " + table + " WHERE business_date = ?",
                row -> {
                    var key = new StringJoiner(" ");
                    var rest = new StringJoiner(" ");
                    var meta = row.getMetaData();
                    for (int column = 1; column <= meta.getColumnCount(); column++) {
                        (keys.contains(meta.getColumnName(column)) ? key : rest).add(row.getString(column));
                    }
                    rows.put(key.toString(), rest.toString());
                },
                day);
        return rows;
    }

    private void write(BulkRows rows) {
        if (bulk.insertNew(rows) != rows.size()) {
            throw new IllegalStateException("two sums of one day met; restart the run");
        }
    }

    private DaySums read(LocalDate day, long part, long parts) {
        var streaming = Streaming.of(Objects.requireNonNull(jdbc.getDataSource()));
        var sums = new DaySums();
        var codes = new Codes();
        var which = Map.of("business_date", day, "part", part, "parts", parts);
        new NamedParameterJdbcTemplate(streaming)
                .query(linesSql, which, (RowCallbackHandler) row -> sums.add(line(row, codes)));
        new NamedParameterJdbcTemplate(jdbc).query(SHARES, which, (RowCallbackHandler)
                row -> sums.addShare(row.getString(1), row.getString(2), row.getString(3), fen(row, 4)));
        return sums;
    }

    private static SaleLine line(ResultSet row, Codes codes) throws SQLException {
        return new SaleLine(
                new SaleLine.Id(row.getString(1), row.getLong(2), row.getInt(3)),
                SaleLine.Kind.valueOf(row.getString(4)),
                codes.one(row.getString(5)),
                row.getString(6) == null ? null : codes.one(row.getString(6)),
                row.getString(7) == null ? "" : codes.one(row.getString(7)),
                row.getLong(8),
                fen(row, 9),
                row.getString(10));
    }

    private static long fen(ResultSet row, int column) throws SQLException {
        return row.getBigDecimal(column).movePointRight(2).longValueExact();
    }

    /** Keeps one copy of each code, however often it is read. */
    private static final class Codes {
        private final Map<String, String> known = new HashMap<>();

        String one(String code) {
            var first = known.putIfAbsent(code, code);
            return first == null ? code : first;
        }
    }
}
