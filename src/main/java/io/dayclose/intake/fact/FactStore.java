package io.dayclose.intake.fact;

import io.dayclose.config.feed.ColumnType;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.config.feed.KeyColumns;
import io.dayclose.database.InList;
import io.dayclose.intake.ValidatedRecord;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads the facts of one feed back. Rows are found by the leading parts of their key, which every index begins with. */
final class FactStore {
    private static final int KEYS_PER_QUERY = 1000;

    /** A key part is selective when on average no more records than this share it. */
    private static final int SHARED_BY = 20;

    private final JdbcTemplate jdbc;
    private final FeedSchema schema;
    private final KeyColumns key;

    FactStore(JdbcTemplate jdbc, FeedSchema schema) {
        this.jdbc = jdbc;
        this.schema = schema;
        key = new KeyColumns(schema);
    }

    /** A fact's latest version, with where it came from. */
    record Version(
            int number, long sourceId, long line, @Nullable Object[] values) {

        static Version of(ValidatedRecord judged, int number) {
            return new Version(
                    number, judged.origin().sourceId(), judged.origin().line(), judged.values());
        }

        /** Whether it was read after a record from there: sources are numbered, and read, in the order they came. */
        boolean cameAfter(ValidatedRecord.Origin origin) {
            return sourceId == origin.sourceId() ? line > origin.line() : sourceId > origin.sourceId();
        }
    }

    /** The latest version of the facts with these records' keys, by key; others that lie beside them may be among them. */
    Map<String, Version> latest(List<@Nullable Object[]> records) {
        var found = new HashMap<String, Version>();
        for (int from = 0; from < records.size(); from += KEYS_PER_QUERY) {
            query(records.subList(from, Math.min(records.size(), from + KEYS_PER_QUERY)), found);
        }
        return found;
    }

    private void query(List<@Nullable Object[]> records, Map<String, Version> found) {
        var where = new ArrayList<String>();
        var parameters = new ArrayList<@Nullable Object>();
        for (int column : Arrays.copyOf(key.indexes(), selective(records))) {
            var values =
                    records.stream().map(record -> record[column]).distinct().toList();
            where.add("`" + schema.columns().get(column).name() + "` IN (" + InList.marks(values.size()) + ")");
            parameters.addAll(values);
        }
        jdbc.query(
                "SELECT * FROM `" + schema.name() + "` WHERE " + String.join(" AND ", where),
                (RowCallbackHandler) row -> {
                    var version = new Version(
                            row.getInt("version"), row.getLong("source_id"), row.getLong("source_line"), values(row));
                    found.merge(key.text(version.values()), version, (a, b) -> a.number() > b.number() ? a : b);
                },
                parameters.toArray());
    }

    /** So many leading key columns that few records share them: a carrier alone would bring years, a waybill brings one. */
    private int selective(List<@Nullable Object[]> records) {
        for (int parts = 1; parts < key.indexes().length; parts++) {
            var leading = Arrays.copyOf(key.indexes(), parts);
            long distinct = records.stream()
                    .map(record ->
                            Arrays.stream(leading).mapToObj(i -> record[i]).toList())
                    .distinct()
                    .count();
            if (distinct * SHARED_BY >= records.size()) {
                return parts;
            }
        }
        return key.indexes().length;
    }

    /** What is done with each row of a query. */
    @FunctionalInterface
    interface RowUse {
        void use(ResultSet row) throws SQLException;
    }

    /** Runs a query with {@code IN (%s)} for many values, some at a time. */
    void inParts(String sql, Collection<?> values, RowUse use) {
        var distinct = List.copyOf(new LinkedHashSet<>(values));
        for (int from = 0; from < distinct.size(); from += KEYS_PER_QUERY) {
            var part = distinct.subList(from, Math.min(distinct.size(), from + KEYS_PER_QUERY));
            jdbc.query(sql.formatted(InList.marks(part.size())), use::use, part.toArray());
        }
    }

    @Nullable
    Object[] values(ResultSet row) throws SQLException {
        var values = new Object[schema.columns().size()];
        for (int i = 0; i < values.length; i++) {
            var column = schema.columns().get(i);
            values[i] = row.getObject(column.name(), javaType(column.type()));
        }
        return values;
    }

    private static Class<?> javaType(ColumnType type) {
        return switch (type) {
            case WHOLE -> Long.class;
            case MONEY, PRICE, FIGURE -> BigDecimal.class;
            case DATE -> LocalDate.class;
            case TIME -> LocalDateTime.class;
            case CODE, TEXT, MAILS, FLAG, CHOICE, MONTH -> String.class;
        };
    }

    /** Whether two facts say the same; amounts compare by value, not by the zeros they are written with. */
    static boolean same(@Nullable Object[] a, @Nullable Object[] b) {
        for (int i = 0; i < a.length; i++) {
            boolean equal = a[i] instanceof BigDecimal x && b[i] instanceof BigDecimal y
                    ? x.compareTo(y) == 0
                    : Objects.equals(a[i], b[i]);
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    /** Tells whatever is derived from these days' facts that they have changed; in the transaction of the facts. */
    void changed(Collection<LocalDate> days) {
        days.forEach(day -> jdbc.update(
                "INSERT INTO fact_day (feed, business_date, changes) VALUES (?, ?, 1) ON DUPLICATE KEY UPDATE changes = changes + 1",
                schema.name(),
                day));
    }
}
