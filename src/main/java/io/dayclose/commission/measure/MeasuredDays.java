package io.dayclose.commission.measure;

import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.ledger.Cause;
import io.dayclose.period.IntakeMark;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what each day's lines come to true: measures again the days that new facts, or plans, have touched. */
public final class MeasuredDays {
    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final PlanRules rules;

    public MeasuredDays(JdbcTemplate jdbc, BulkWriter bulk, PlanRules rules) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.rules = rules;
    }

    /** The days that have to be measured, oldest first; days before every plan are never. */
    public List<LocalDate> due() {
        var first =
                rules.plans().stream().flatMap(plan -> plan.versions().stream()).map(version -> version.from());
        return jdbc.queryForList(
                """
                SELECT f.business_date FROM fact_day f LEFT JOIN measured_day m ON m.business_date = f.business_date
                WHERE f.feed = 'sale' AND f.business_date >= ? AND (m.changes IS NULL OR m.changes <> f.changes OR m.stale <> '')
                ORDER BY f.business_date""", LocalDate.class, first.min(LocalDate::compareTo).orElse(LocalDate.MAX.withYear(9999)));
    }

    /** Measures a day; must run in a transaction. The count of changes is taken first: what comes later shows in it. */
    public void measure(LocalDate day) {
        var last = jdbc
                .query(
                        "SELECT last_night, last_source, stale FROM measured_day WHERE business_date = ?",
                        (row, n) -> new Last(
                                new IntakeMark(row.getObject(1, LocalDate.class), row.getLong(2)), row.getString(3)),
                        day)
                .stream()
                .findFirst()
                .orElse(Last.NEVER);
        jdbc.update("""
                REPLACE INTO measured_day (business_date, changes, last_night, last_source, stale)
                SELECT business_date, changes, (SELECT MAX(night) FROM feed_source), (SELECT MAX(source_id) FROM feed_source), ''
                FROM fact_day WHERE feed = 'sale' AND business_date = ?""", day);
        var reading = new DayReading(
                new SoldLines(jdbc),
                new CountedCards(jdbc, rules.askForCards()),
                new DayReading.Day(day, last.taken()),
                rules);
        var measures = reading.measures();
        reading.daysThatFollow().forEach(this::makeStale);
        var before = MeasureTable.read(jdbc, "measure WHERE source_day = ?", day);
        jdbc.update("DELETE FROM measure WHERE source_day = ?", day);
        jdbc.update("DELETE FROM uncredited WHERE business_date = ?", day);
        write(rows(day, measures));
        write(changes(day, measures, before, last.otherwise()));
        write(measures.uncredited().rows(day));
    }

    /** What had been taken when a day was measured last, and why that does not hold any more. */
    private record Last(IntakeMark taken, String stale) {
        static final Last NEVER = new Last(IntakeMark.NEVER, "");

        Cause otherwise() {
            return stale.equals(Cause.PLAN_CHANGED.name()) ? Cause.PLAN_CHANGED : Cause.CORRECTION;
        }
    }

    private void makeStale(LocalDate day) {
        jdbc.update("UPDATE measured_day SET stale = 'CORRECTION' WHERE business_date = ? AND stale = ''", day);
    }

    private void write(BulkRows rows) {
        if (bulk.insertNew(rows) != rows.size()) {
            throw new IllegalStateException("two measures of one day met; restart the run");
        }
    }

    private static BulkRows rows(LocalDate day, DayMeasures measures) {
        var rows = MeasureTable.rows("measure", "source_day");
        new TreeMap<>(measures.cells()).forEach((cell, sums) -> MeasureTable.add(rows, cell, Sums.all(sums), day));
        return rows;
    }

    /** The difference to what was measured before, apart by cause. */
    private static BulkRows changes(LocalDate day, DayMeasures measures, Map<Cell, Sums> before, Cause otherwise) {
        var changes = new HashMap<Cause, Map<Cell, Sums>>();
        before.forEach((cell, sums) -> at(changes, otherwise, cell).subtract(sums));
        measures.cells().forEach((cell, sums) -> {
            for (var newness : ChangeCause.values()) {
                if (sums[newness.ordinal()] != null) {
                    var cause = newness.cause() == Cause.CORRECTION ? otherwise : newness.cause();
                    at(changes, cause, cell).add(sums[newness.ordinal()]);
                }
            }
        });
        var rows = MeasureTable.changes();
        changes.forEach((cause, cells) -> new TreeMap<>(cells).forEach((cell, sums) -> {
            if (!sums.isNothing()) {
                MeasureTable.add(rows, cell, sums, cause.name(), day);
            }
        }));
        return rows;
    }

    private static Sums at(Map<Cause, Map<Cell, Sums>> changes, Cause cause, Cell cell) {
        return changes.computeIfAbsent(cause, any -> new HashMap<>()).computeIfAbsent(cell, any -> new Sums());
    }
}
