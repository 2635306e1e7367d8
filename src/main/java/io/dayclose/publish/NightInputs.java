package io.dayclose.publish;

import io.dayclose.config.Home;
import io.dayclose.config.ReportScope;
import io.dayclose.config.feed.Expected;
import io.dayclose.config.feed.Feed;
import io.dayclose.intake.SourceState;
import io.dayclose.intake.source.NightCounts;
import io.dayclose.report.FeedState;
import io.dayclose.report.Scope;
import io.dayclose.text.Texts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a night took in, as its workbooks tell it. Figures are as at the end of that night, whenever they are asked. */
public final class NightInputs {
    private final JdbcTemplate jdbc;
    private final LocalDate night;

    public NightInputs(JdbcTemplate jdbc, LocalDate night) {
        this.jdbc = jdbc;
        this.night = night;
    }

    /** How complete the night is for a scope: vouchers are those of the branch, or all for the company; others are not asked to mend any. */
    List<FeedState> states(List<Feed> feeds, Scope scope) {
        var returned = returned(scope);
        return feeds.stream()
                .map(feed -> state(feed, returned.getOrDefault(feed.name(), 0L)))
                .toList();
    }

    private FeedState state(Feed feed, long returned) {
        var expected = feed.expected().map(Expected::text).orElse("");
        return jdbc.queryForObject(
                """
                SELECT COUNT(CASE WHEN kind IN ('FILE', 'QUERY') AND state = 'DONE' THEN 1 END), COALESCE(SUM(%s), 0)
                FROM feed_source WHERE feed = ? AND night = ?""".formatted(NightCounts.TAKEN),
                (row, n) -> new FeedState(feed.name(), expected, row.getLong(1), row.getLong(2), returned),
                feed.name(),
                night);
    }

    private Map<String, Long> returned(Scope scope) {
        var byFeed = new HashMap<String, Long>();
        if (scope.kind() == ReportScope.BRANCH || scope.kind() == ReportScope.COMPANY) {
            var branch = scope.code().orElse(null);
            jdbc.query(
                    """
                    SELECT feed, COUNT(*) FROM voucher WHERE decision = 'RETURNED' AND first_seen <= ? AND (resolved_on IS NULL OR resolved_on > ?)
                      AND (? IS NULL OR branch_code = ?) GROUP BY feed""",
                    row -> {
                        byFeed.put(row.getString(1), row.getLong(2));
                    },
                    night,
                    night,
                    branch,
                    branch);
        }
        return byFeed;
    }

    /** The sources of the night in a state that somebody has to see to: UNREADABLE, QUARANTINED or SKIPPED. */
    public List<String> sources(SourceState state) {
        return jdbc.queryForList(
                "SELECT IF(state = 'SKIPPED', CONCAT(feed, ' ', name), name) FROM feed_source WHERE night = ? AND state = ? ORDER BY source_id",
                String.class,
                night,
                state.name());
    }

    /** The files of the night in which a header may have lost a column by a slip, with the slips. */
    public List<String> nearHeaders() {
        return jdbc.queryForList(
                "SELECT CONCAT(name, ': ', near_headers) FROM feed_source WHERE night = ? AND near_headers IS NOT NULL ORDER BY source_id",
                String.class,
                night);
    }

    /** Differences that are open now. */
    public long breaksNow() {
        var count = jdbc.queryForObject("SELECT COUNT(*) FROM break_item WHERE is_open = 1", Long.class);
        return count == null ? 0 : count;
    }

    /** How many returned vouchers are open now, in all feeds. */
    public long returnedNow() {
        var open = jdbc.queryForObject(
                "SELECT COUNT(*) FROM voucher WHERE decision = 'RETURNED' AND resolved_on IS NULL", Long.class);
        return open == null ? 0 : open;
    }

    /** Why a workbook was made again: who asked, and how many late and corrected records touch its date. */
    String why(Home home, Optional<String> reason) {
        var counts = jdbc.queryForMap("""
                SELECT COUNT(CASE WHEN night > business_date AND version = 1 THEN 1 END) AS late, COUNT(CASE WHEN version > 1 THEN 1 END) AS corrected
                FROM sale WHERE business_date = ?""", night);
        return Texts.of(home.company().language())
                .format(
                        "report.why",
                        reason.orElse("–"),
                        Objects.requireNonNull(counts.get("late")),
                        Objects.requireNonNull(counts.get("corrected")));
    }
}
