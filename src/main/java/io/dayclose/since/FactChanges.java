package io.dayclose.since;

import io.dayclose.config.feed.FeedSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a night has brought of another day: facts that are new, corrected or cancelled on it, and those that have left it. */
final class FactChanges {
    private static final String BROUGHT = """
            SELECT kind, COUNT(*), SUM(now - was) FROM (
                SELECT %1$s AS kind, %2$s AS now, IF(%7$s, %3$s, 0) AS was
                FROM `%4$s` f LEFT JOIN `%4$s` p ON %5$s AND p.version = f.version - 1
                WHERE %6$s AND f.night = ? AND f.source_id > ?
                UNION ALL SELECT 'CORRECTED', 0, %3$s
                FROM `%4$s` p JOIN `%4$s` f ON %5$s AND f.version = p.version + 1 AND f.night = ? AND f.source_id > ?
                WHERE %7$s AND NOT %6$s) c
            GROUP BY kind""";

    private final JdbcTemplate jdbc;
    private final FeedSchema schema;
    private final LocalDate night;

    FactChanges(JdbcTemplate jdbc, FeedSchema schema, LocalDate night) {
        this.jdbc = jdbc;
        this.schema = schema;
        this.night = night;
    }

    /** @param after only what came from a later source than this one */
    List<DayChange> of(LocalDate day, long after) {
        var changes = new ArrayList<DayChange>();
        jdbc.query(
                sql(day),
                row -> {
                    var kind = DayChange.Kind.valueOf(row.getString(1));
                    changes.add(new DayChange(schema.name(), kind, "", row.getLong(2), row.getBigDecimal(3)));
                },
                night,
                after,
                night,
                after);
        return changes;
    }

    private String sql(LocalDate day) {
        var key = schema.key().stream()
                .map(column -> "p.`%s` <=> f.`%s`".formatted(column, column))
                .collect(Collectors.joining(" AND "));
        var kind = schema.has("void")
                ? "CASE WHEN f.void = 'Y' THEN 'VOIDED' WHEN f.version > 1 THEN 'CORRECTED' ELSE 'LATE' END"
                : "IF(f.version > 1, 'CORRECTED', 'LATE')";
        return BROUGHT.formatted(kind, amount("f"), amount("p"), schema.name(), key, on("f", day), on("p", day));
    }

    private String on(String version, LocalDate day) {
        var column = version + ".`" + schema.date().orElseThrow() + "`";
        return "(%s >= '%s' AND %s < '%s')".formatted(column, day, column, day.plusDays(1));
    }

    /** What a version of a fact adds to its day; nothing when it was cancelled or is none. */
    private String amount(String version) {
        var column = schema.amount();
        if (column.isEmpty()) {
            return "0";
        }
        var plain = "%s.`%s`".formatted(version, column.get());
        var signed = schema.minus()
                .map(minus ->
                        "IF(%s.`%s` = '%s', -%s, %s)".formatted(version, minus.column(), minus.word(), plain, plain))
                .orElse(plain);
        var kept = schema.has("void") ? "IF(%s.void = 'Y', 0, %s)".formatted(version, signed) : signed;
        return "COALESCE(" + kept + ", 0)";
    }
}
