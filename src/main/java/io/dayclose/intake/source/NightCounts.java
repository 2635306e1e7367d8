package io.dayclose.intake.source;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a night came to, feed by feed, in distinct records: one that comes again, is tried again or is derived anew has
 * come once, and stands where it stands now.
 */
public final class NightCounts {
    /** Of the sources that bring records; the others read again what was counted when it came. */
    private static final String BRINGS = "kind NOT IN ('RETURNED', 'AGAIN')";

    /** The records taken in: what is derived anew is new only where it had not been a fact. */
    public static final String TAKEN = "accepted + IF(kind = 'AGAIN', 0, corrected)";

    /** The records that came. */
    public static final String CAME = "IF(" + BRINGS + ", read_count - duplicate, 0)";

    /** Vouchers by the source that counts them; one that was only tried again by the source that brought it. */
    private static final String VOUCHERS = """
            SELECT s.feed, v.decision, COUNT(*) AS pieces FROM voucher v JOIN feed_source s ON s.source_id = v.source_id
            WHERE s.night = ? AND (v.resolved_on IS NULL OR v.resolution <> 'ACCEPTED' OR v.resolved_on > s.night)
            GROUP BY s.feed, v.decision
            UNION ALL
            SELECT s.feed, v.decision, COUNT(*) FROM voucher v JOIN feed_source s ON s.source_id = v.counted_in
            WHERE s.night = ? AND s.kind = 'WAITING' AND v.resolved_on IS NULL GROUP BY s.feed, v.decision""";

    private static final String COUNTS = """
            SELECT t.feed, t.came, t.taken,
                   COALESCE(SUM(CASE WHEN v.decision = 'RETURNED' THEN v.pieces END), 0),
                   COALESCE(SUM(CASE WHEN v.decision = 'REFUSED' THEN v.pieces END), 0), t.waiting
            FROM (SELECT feed, MIN(source_id) AS first, SUM(%s) AS came, SUM(%s) AS taken, SUM(IF(%s, waiting, 0)) AS waiting
                  FROM feed_source WHERE night = ? GROUP BY feed) t
            LEFT JOIN (%s) v ON v.feed = t.feed GROUP BY t.feed, t.first, t.came, t.taken, t.waiting ORDER BY t.first""".formatted(CAME, TAKEN, BRINGS, VOUCHERS);

    private NightCounts() {}

    /** What became of a feed's records on a night. */
    public record Counts(String feed, List<Long> pieces) {}

    /** Of each feed: came, taken in, returned, refused, waiting; in the order in which they were read. */
    public static List<Counts> of(JdbcTemplate jdbc, LocalDate night) {
        return jdbc.query(
                COUNTS,
                (row, n) -> new Counts(
                        row.getString(1),
                        List.of(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6))),
                night,
                night,
                night);
    }
}
