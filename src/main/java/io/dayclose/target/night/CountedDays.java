package io.dayclose.target.night;

import io.dayclose.calendar.DateSpan;
import io.dayclose.config.metric.Metric;
import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.database.Streaming;
import io.dayclose.target.Scope;
import io.dayclose.target.metric.MetricStore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What each day has brought by a metric, asked once and kept until facts of the day or the metric's query have changed. */
final class CountedDays {
    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final MetricStore metrics;

    CountedDays(JdbcTemplate jdbc, BulkWriter bulk, MetricStore metrics) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.metrics = metrics;
    }

    /** Counts the days of a span that have changed, and always its last: nights post what no fact's date shows. */
    void bringUpToDate(Metric metric, DateSpan span) {
        var stale = new TreeSet<>(stale(metric, span));
        stale.add(span.to());
        stale.forEach(day -> count(metric, day));
    }

    /** What a span has brought, by scope. */
    Map<Scope, BigDecimal> sums(Metric metric, DateSpan span) {
        var sums = new HashMap<Scope, BigDecimal>();
        jdbc.query(
                """
                SELECT scope_kind, scope_code, SUM(value) FROM metric_day
                WHERE metric = ? AND business_date BETWEEN ? AND ? GROUP BY scope_kind, scope_code""",
                (RowCallbackHandler)
                        row -> sums.put(Scope.of(row.getString(1), row.getString(2)), row.getBigDecimal(3)),
                metric.name(),
                span.from(),
                span.to());
        return sums;
    }

    /** The days of one scope after the other, so that only one is in memory; nothing may be asked of the database meanwhile. */
    void each(Metric metric, DateSpan span, BiConsumer<Scope, Map<LocalDate, BigDecimal>> use) {
        var streaming = Streaming.of(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.query(
                """
                SELECT scope_kind, scope_code, business_date, value FROM metric_day
                WHERE metric = ? AND business_date BETWEEN ? AND ? ORDER BY scope_kind, scope_code, business_date""",
                rows -> {
                    var days = new TreeMap<LocalDate, BigDecimal>();
                    for (boolean more = rows.next(); more; ) {
                        var scope = Scope.of(rows.getString(1), rows.getString(2));
                        days.put(rows.getObject(3, LocalDate.class), rows.getBigDecimal(4));
                        more = rows.next();
                        if (!more || !scope.equals(Scope.of(rows.getString(1), rows.getString(2)))) {
                            use.accept(scope, days);
                            days = new TreeMap<>();
                        }
                    }
                    return days;
                },
                metric.name(),
                span.from(),
                span.to());
    }

    private List<LocalDate> stale(Metric metric, DateSpan span) {
        return jdbc.queryForList(
                """
                SELECT f.business_date
                FROM (SELECT business_date, SUM(changes) AS changes FROM fact_day WHERE business_date BETWEEN ? AND ? GROUP BY business_date) f
                LEFT JOIN counted_metric_day c ON c.metric = ? AND c.business_date = f.business_date
                WHERE c.metric IS NULL OR c.changes <> f.changes OR c.query_hash <> ?""",
                LocalDate.class,
                span.from(),
                span.to(),
                metric.name(),
                metric.sql().hashCode());
    }

    /** Counts a day again; the count of changes is taken first, so that what comes meanwhile shows in it. */
    private void count(Metric metric, LocalDate day) {
        jdbc.update("""
                REPLACE INTO counted_metric_day (metric, business_date, changes, query_hash)
                SELECT ?, ?, COALESCE(SUM(changes), 0), ? FROM fact_day WHERE business_date = ?""", metric.name(), day, metric.sql().hashCode(), day);
        jdbc.update("DELETE FROM metric_day WHERE metric = ? AND business_date = ?", metric.name(), day);
        var rows = new BulkRows("metric_day", List.of("metric", "business_date", "scope_kind", "scope_code", "value"));
        metrics.values(metric.name(), day, day)
                .values()
                .forEach((scope, value) ->
                        rows.add(metric.name(), day, scope.kind().name(), scope.code(), Amount.of(value, metric)));
        bulk.insertNew(rows);
    }
}
