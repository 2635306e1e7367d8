package io.dayclose.since;

import io.dayclose.calendar.DateSpan;
import io.dayclose.config.feed.FeedCatalogue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Notes what a run has brought that touches dates reported before; done again, it notes what is new since. */
public final class DayChanges {
    /** What carriers and dealers owe is told of every date as it was known at its close: what comes later changes none. */
    private static final Set<String> AS_KNOWN = Set.of("shipment", "consignment_settlement", "receipt");

    private static final String TOUCHED = """
            SELECT f.feed, f.business_date, COALESCE(n.last_source, 0) FROM fact_day f LEFT JOIN noted_day n ON n.feed = f.feed AND n.business_date = f.business_date
            WHERE n.changes IS NULL OR n.changes <> f.changes ORDER BY f.business_date, f.feed""";
    private static final String NOTE =
            "REPLACE INTO noted_day (feed, business_date, changes, last_source) SELECT feed, business_date, changes, (SELECT COALESCE(MAX(source_id), 0) FROM feed_source) FROM fact_day WHERE feed = ? AND business_date = ?";

    private final JdbcTemplate jdbc;
    private final long run;
    private final LocalDate night;
    private final MasterTouches masters;

    public DayChanges(JdbcTemplate jdbc, long run, LocalDate night) {
        this.jdbc = jdbc;
        this.run = run;
        this.night = night;
        masters = new MasterTouches(jdbc, night);
    }

    /** @param after the last source there was when the day's changes were noted before */
    private record Touched(String feed, LocalDate date, long after) {}

    /** Must run in a transaction, after the days are summed. */
    public void note() {
        var last = reported("MAX");
        var touched = jdbc.query(
                TOUCHED, (row, n) -> new Touched(row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3)));
        for (var each : touched) {
            if (last.isPresent() && !each.date().isAfter(last.get()) && !AS_KNOWN.contains(each.feed())) {
                keep(each);
            }
            jdbc.update(NOTE, each.feed(), each.date());
        }
        last.ifPresent(this::noteMasters);
    }

    private void keep(Touched touched) {
        var schema = FeedCatalogue.delivered().schema(touched.feed()).orElseThrow();
        var facts = new FactChanges(jdbc, schema, night);
        if (touched.date().equals(night)) {
            keepOwn(touched, facts.of(night, touched.after()));
        } else {
            facts.of(touched.date(), 0).forEach(change -> keepRest(touched.date(), change));
        }
    }

    /**
     * The night's own date, run again after later ones were reported: what it had brought at first is no change. One that only took in what
     * it had returned then has brought nothing from a new source.
     */
    private void keepOwn(Touched touched, List<DayChange> changes) {
        if (changes.isEmpty()) {
            keep(night, new DayChange(touched.feed(), DayChange.Kind.LATE, "", 1, BigDecimal.ZERO));
        }
        changes.forEach(change -> keep(night, change));
    }

    private void noteMasters(LocalDate last) {
        var first = reported("MIN").orElse(last);
        masters.of(new DateSpan(first, last)).forEach(touch -> {
            var since = touch.since().isBefore(first) ? first : touch.since();
            if (known(since, touch.change()).isEmpty()) {
                keep(since, touch.change());
            }
        });
    }

    /** The first or last date, besides this run's own, of which workbooks were made. */
    private Optional<LocalDate> reported(String which) {
        return Optional.ofNullable(jdbc.queryForObject(
                "SELECT " + which + "(business_date) FROM reported_day WHERE business_date <> ?",
                LocalDate.class,
                night));
    }

    /** An earlier run of the night may have noted a part of it. */
    private void keepRest(LocalDate date, DayChange change) {
        var known = known(date, change);
        long pieces =
                change.pieces() - known.stream().mapToLong(DayChange::pieces).sum();
        var amount = known.stream().map(DayChange::amount).reduce(change.amount(), BigDecimal::subtract);
        if (pieces != 0 || amount.signum() != 0) {
            keep(date, new DayChange(change.feed(), change.kind(), change.about(), pieces, amount));
        }
    }

    private List<DayChange> known(LocalDate date, DayChange change) {
        return new ArrayList<>(jdbc.query(
                "SELECT pieces, amount FROM day_change WHERE night = ? AND feed = ? AND business_date = ? AND kind = ? AND about = ?",
                (row, n) -> new DayChange(
                        change.feed(), change.kind(), change.about(), row.getLong(1), row.getBigDecimal(2)),
                night,
                change.feed(),
                date,
                change.kind().name(),
                change.about()));
    }

    private void keep(LocalDate date, DayChange change) {
        jdbc.update(
                "INSERT INTO day_change (run_id, night, feed, business_date, kind, about, pieces, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                run,
                night,
                change.feed(),
                date,
                change.kind().name(),
                change.about(),
                change.pieces(),
                change.amount());
    }
}
