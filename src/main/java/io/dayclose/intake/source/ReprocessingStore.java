package io.dayclose.intake.source;

import io.dayclose.database.Sha256;
import io.dayclose.text.Shortened;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of what is derived anew: sources whose feed's file has been mended since they were read. Those of the night
 * that is run again are read whole; of earlier nights only the lines whose vouchers are still open.
 */
public final class ReprocessingStore {
    private static final String OPEN = "EXISTS (SELECT 1 FROM voucher v WHERE v.source_id = s.source_id"
            + " AND v.decision = 'RETURNED' AND v.resolved_on IS NULL)";

    private static final int LONGEST_NAME = 255;

    private final JdbcTemplate jdbc;
    private final String feed;
    private final String digest;

    /** @param text of the feed's file as it is now */
    public ReprocessingStore(JdbcTemplate jdbc, String feed, String text) {
        this.jdbc = jdbc;
        this.feed = feed;
        digest = HexFormat.of().formatHex(Sha256.begin().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A source that is read again. */
    record Source(long id, String name) {}

    /** Notes by what a source is read from here on. */
    public void readsBy(long id) {
        jdbc.update("UPDATE feed_source SET feed_digest = ? WHERE source_id = ?", digest, id);
    }

    /** The sources of a night that were read by another file than the one there is now. */
    List<Source> mended(LocalDate night) {
        return jdbc.query(
                "SELECT source_id, name FROM feed_source s WHERE feed = ? AND night = ? AND kind IN ('FILE', 'QUERY') AND state = 'DONE'"
                        + " AND feed_digest <> ? ORDER BY source_id",
                (row, n) -> new Source(row.getLong(1), row.getString(2)),
                feed,
                night,
                digest);
    }

    /** The sources of earlier nights with open vouchers, read by another file than the one there is now. */
    List<Source> waiting(LocalDate night) {
        return jdbc.query(
                "SELECT source_id, name FROM feed_source s WHERE feed = ? AND night < ? AND kind IN ('FILE', 'QUERY') AND state = 'DONE'"
                        + " AND COALESCE(lines_digest, feed_digest) <> ? AND " + OPEN + " ORDER BY source_id",
                (row, n) -> new Source(row.getLong(1), row.getString(2)),
                feed,
                night,
                digest);
    }

    /** Registers another reading of a source under a name of the run, once however often the run is cut off. */
    void register(Source source, String name, LocalDate night, LocalDateTime now) {
        jdbc.update("""
                INSERT IGNORE INTO feed_source (feed, night, name, kind, state, archived_as, taken_at, branch_code, sheet, first_id)
                SELECT feed, ?, ?, 'AGAIN', 'TAKEN', archived_as, ?, branch_code, sheet, source_id FROM feed_source WHERE source_id = ?""", night, Shortened.to(name, LONGEST_NAME), now, source.id());
        jdbc.update(
                "UPDATE feed_source SET feed_digest = IF(night = ?, ?, feed_digest), lines_digest = ? WHERE source_id = ?",
                night,
                digest,
                digest,
                source.id());
    }
}
