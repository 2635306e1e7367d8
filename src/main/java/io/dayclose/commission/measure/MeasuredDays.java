package io.dayclose.commission.measure;

import io.dayclose.commission.measure.DayMeasures.Counted;
import io.dayclose.commission.measure.SoldLine.Key;
import io.dayclose.config.plan.Plan;
import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.ledger.Cause;
import io.dayclose.organisation.Organisation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what each day's lines come to true: measures again the days that new facts, or plans, have touched. */
public final class MeasuredDays {
    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final Collection<Plan> plans;
    private final Organisation organisation;
    private final Ledgered ledgered;

    public MeasuredDays(Tools tools, Collection<Plan> plans, Organisation organisation, Ledgered ledgered) {
        jdbc = tools.jdbc();
        bulk = tools.bulk();
        this.plans = List.copyOf(plans);
        this.organisation = organisation;
        this.ledgered = ledgered;
    }

    /** How rows are read and written. */
    public record Tools(JdbcTemplate jdbc, BulkWriter bulk) {}

    /** The oldest day that has to be measured; days before every plan are never. */
    public Optional<LocalDate> next() {
        var first = plans.stream().flatMap(plan -> plan.versions().stream()).map(version -> version.from());
        var days = jdbc.queryForList(
                """
                SELECT f.business_date FROM fact_day f LEFT JOIN measured_day m ON m.business_date = f.business_date
                WHERE f.feed = 'sale' AND f.business_date >= ? AND (m.changes IS NULL OR m.changes <> f.changes OR m.stale <> '')
                ORDER BY f.business_date LIMIT 1""", LocalDate.class, first.min(LocalDate::compareTo).orElse(LocalDate.MAX.withYear(9999)));
        return days.stream().findFirst();
    }

    /** Measures a day; must run in a transaction. The count of changes is taken first: what comes later shows in it. */
    public void measure(LocalDate day) {
        var stale = jdbc.queryForList("SELECT stale FROM measured_day WHERE business_date = ?", String.class, day);
        jdbc.update("""
                REPLACE INTO measured_day (business_date, changes, stale)
                SELECT business_date, changes, '' FROM fact_day WHERE feed = 'sale' AND business_date = ?""", day);
        var measures = new Reading(day, stale.isEmpty()).measures();
        var before = MeasureTable.read(jdbc, "measure WHERE source_day = ?", day);
        jdbc.update("DELETE FROM measure WHERE source_day = ?", day);
        jdbc.update("DELETE FROM uncredited WHERE business_date = ?", day);
        boolean planChanged = stale.contains(Cause.PLAN_CHANGED.name());
        write(rows(day, measures));
        write(changes(measures, before, planChanged ? Cause.PLAN_CHANGED : Cause.CORRECTION));
        write(measures.uncredited().rows(day));
    }

    private void write(BulkRows rows) {
        if (bulk.insertNew(rows) != rows.size()) {
            throw new IllegalStateException("two measures of one day met; restart the run");
        }
    }

    private static BulkRows rows(LocalDate day, DayMeasures measures) {
        var rows = MeasureTable.rows("measure", "source_day");
        measures.cells().forEach((cell, sums) -> {
            var all = new Sums();
            for (var sum : sums) {
                add(all, sum);
            }
            MeasureTable.add(rows, cell, all, day);
        });
        return rows;
    }

    private static void add(Sums all, @Nullable Sums sum) {
        if (sum != null) {
            all.add(sum);
        }
    }

    /** The difference to what was measured before, apart by cause. */
    private static BulkRows changes(DayMeasures measures, Map<Cell, Sums> before, Cause otherwise) {
        var changes = new HashMap<Cause, Map<Cell, Sums>>();
        before.forEach((cell, sums) -> at(changes, otherwise, cell).subtract(sums));
        measures.cells().forEach((cell, sums) -> {
            for (var newness : Newness.values()) {
                if (sums[newness.ordinal()] != null) {
                    var cause = newness.cause() == Cause.CORRECTION ? otherwise : newness.cause();
                    at(changes, cause, cell).add(sums[newness.ordinal()]);
                }
            }
        });
        var rows = MeasureTable.changes();
        changes.forEach((cause, cells) -> cells.forEach((cell, sums) -> {
            if (!sums.isNothing()) {
                MeasureTable.add(rows, cell, sums, cause.name());
            }
        }));
        return rows;
    }

    private static Sums at(Map<Cause, Map<Cell, Sums>> changes, Cause cause, Cell cell) {
        return changes.computeIfAbsent(cause, any -> new HashMap<>()).computeIfAbsent(cell, any -> new Sums());
    }

    /** One reading of a day: sales as they come, returns once the sales they take back are known. */
    private final class Reading {
        private final LocalDate day;
        private final boolean isFirst;
        private final SoldLines lines = new SoldLines(jdbc);
        private final DayMeasures measures;
        private final Map<LocalDate, DayCredits> credits = new HashMap<>();
        private final List<SoldLine> returns = new ArrayList<>();
        private final List<Key> corrected = new ArrayList<>();

        Reading(LocalDate day, boolean isFirst) {
            this.day = day;
            this.isFirst = isFirst;
            measures = new DayMeasures(day);
        }

        DayMeasures measures() {
            var own = credits(day);
            lines.ofDay(day, line -> {
                note(line);
                if (!line.isVoid() && line.isReturn()) {
                    returns.add(line);
                } else if (!line.isVoid()) {
                    measures.add(new Counted(line, line, own, newness(line), false));
                }
            });
            SoldLines.inParts(returns, this::takeBack);
            forward();
            return measures;
        }

        private DayCredits credits(LocalDate date) {
            return credits.computeIfAbsent(date, any -> new DayCredits(plans, organisation, date));
        }

        private Newness newness(SoldLine line) {
            return isFirst || !ledgered.knows(line.origin().source()) ? Newness.of(line) : Newness.KNOWN;
        }

        private void note(SoldLine line) {
            if (line.origin().version() > 1 && !ledgered.knows(line.origin().source())) {
                corrected.add(line.key());
            }
        }

        private void takeBack(List<SoldLine> some) {
            var originals = lines.byKey(some.stream()
                    .map(SoldLine::original)
                    .filter(key -> key != null)
                    .collect(Collectors.toSet()));
            var firsts = lines.firstSources(
                    some.stream().filter(line -> line.origin().version() > 1).toList());
            for (var line : some) {
                long source = firsts.getOrDefault(line.key(), line.origin().source());
                var original =
                        line.original() == null ? new SoldLines.Dated(line, day) : originals.get(line.original());
                if (original == null || original.line().isVoid()) {
                    measures.addWithoutOriginal(line);
                } else {
                    boolean after = ledgered.isAfterClose(YearMonth.from(original.day()), source);
                    measures.add(new Counted(line, original.line(), credits(original.day()), newness(line), after));
                }
            }
        }

        /** Returns of lines that were corrected count by what those say now: their days are measured again. */
        private void forward() {
            var days = lines.returnsOf(Set.copyOf(corrected)).stream()
                    .map(SoldLines.Dated::day)
                    .filter(each -> !each.equals(day))
                    .distinct()
                    .toList();
            days.forEach(each -> jdbc.update(
                    "UPDATE measured_day SET stale = 'CORRECTION' WHERE business_date = ? AND stale = ''", each));
        }
    }
}
