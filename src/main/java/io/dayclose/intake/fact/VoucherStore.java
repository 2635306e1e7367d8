package io.dayclose.intake.fact;

import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.database.InList;
import io.dayclose.intake.Decision;
import io.dayclose.intake.FeedNight;
import io.dayclose.intake.Reason;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.source.SourceStore;
import io.dayclose.text.Shortened;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the records that are not facts, and hands them out for another try. */
final class VoucherStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int IDS_PER_UPDATE = 1000;
    private static final int LONGEST_VALUE = 500;
    private static final List<String> COLUMNS = List.of(
            "feed",
            "voucher_key",
            "open_key",
            "source_id",
            "source_line",
            "counted_in",
            "decision",
            "reason",
            "column_name",
            "value",
            "expected",
            "business_date",
            "branch_code",
            "sort_time",
            "payload",
            "first_seen");
    private static final RowMapper<Stored> STORED = (row, n) -> new Stored(
            row.getLong("voucher_id"),
            row.getLong("source_id"),
            row.getLong("source_line"),
            row.getLong("counted_in"),
            row.getString("reason"),
            JSON.readValue(row.getString("payload"), String[].class));

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final String feed;
    private final LocalDate night;

    VoucherStore(FeedNight work) {
        jdbc = work.jdbc();
        bulk = work.bulk();
        feed = work.feed().name();
        night = work.night();
    }

    /** A stored record with its canonical texts. */
    record Stored(
            long id,
            long sourceId,
            long line,
            long countedIn,
            @Nullable String reason,
            String[] texts) {}

    /** A returned voucher as it stands: whether it is still open, its key, whose it is, and whether its date was not believed. */
    record State(boolean open, String key, @Nullable String branch, boolean stale) {}

    Optional<State> state(long id) {
        return jdbc
                .query(
                        "SELECT resolved_on IS NULL AND decision = 'RETURNED', voucher_key, branch_code, reason <=> 'STALE_DATE' FROM voucher WHERE voucher_id = ? AND feed = ?",
                        (row, n) -> new State(row.getBoolean(1), row.getString(2), row.getString(3), row.getBoolean(4)),
                        id,
                        feed)
                .stream()
                .findFirst();
    }

    /** Whether a record that says the same under its key waits for anything. */
    boolean waitsAlready(ValidatedRecord voucher) {
        return jdbc.queryForList(
                        "SELECT payload FROM voucher WHERE feed = ? AND voucher_key = ? AND resolved_on IS NULL AND decision <> 'REFUSED'",
                        String.class,
                        feed,
                        voucher.key())
                .contains(JSON.writeValueAsString(voucher.texts()));
    }

    /** Whether a key has, or had, a voucher. */
    boolean isKnown(String key) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM voucher WHERE feed = ? AND voucher_key = ? LIMIT 1", Integer.class, feed, key)
                .isEmpty();
    }

    /** Whether a key has an open voucher. */
    boolean isOpen(String key) {
        return !jdbc.queryForList("SELECT 1 FROM voucher WHERE feed = ? AND open_key = ?", Integer.class, feed, key)
                .isEmpty();
    }

    /** The keys that have an open voucher. */
    Set<String> openKeys() {
        return new HashSet<>(jdbc.queryForList(
                "SELECT open_key FROM voucher WHERE feed = ? AND open_key IS NOT NULL", String.class, feed));
    }

    /** The next stored vouchers of a decision after an id, up to a limit id, in the order they came. */
    List<Stored> page(Decision decision, long after, long limit, int count) {
        return jdbc.query(
                """
                SELECT voucher_id, source_id, source_line, counted_in, reason, payload FROM voucher
                WHERE feed = ? AND %s AND resolved_on IS NULL AND voucher_id > ? AND voucher_id <= ?
                  AND (? <> 'WAITING' OR business_date <= ?)
                ORDER BY voucher_id LIMIT ?""".formatted(decision == Decision.WAITING ? "decision = 'WAITING'" : SourceStore.RETRIED),
                STORED,
                feed,
                after,
                limit,
                decision.name(),
                night,
                count);
    }

    /**
     * The keys of what is pending, waits for its day, or was returned and may come back mended tonight.
     *
     * @param texts told the canonical texts of each
     */
    Set<String> waiting(Consumer<String[]> texts) {
        var keys = new HashSet<String>();
        jdbc.query(
                "SELECT voucher_key, payload FROM voucher WHERE feed = ? AND decision IN ('PENDING', 'WAITING', 'RETURNED') AND resolved_on IS NULL",
                (RowCallbackHandler) row -> {
                    keys.add(row.getString(1));
                    texts.accept(JSON.readValue(row.getString(2), String[].class));
                },
                feed);
        return keys;
    }

    /** A pending voucher and the key of its record. */
    record Pending(long id, String key) {}

    /** What is pending in this night, in order of time and then of key; arrivals of one key together, as they came. */
    List<Pending> pending() {
        return jdbc.query("""
                SELECT voucher_id, voucher_key FROM (
                    SELECT v.voucher_id, v.voucher_key, FIRST_VALUE(v.business_date) OVER w AS day, FIRST_VALUE(v.sort_time) OVER w AS moment
                    FROM voucher v JOIN feed_source s ON s.source_id = v.counted_in
                    WHERE v.feed = ? AND s.night = ? AND v.decision = 'PENDING' AND v.resolved_on IS NULL
                    WINDOW w AS (PARTITION BY v.voucher_key ORDER BY v.voucher_id DESC)
                ) p ORDER BY day, moment, voucher_key, voucher_id""", (row, n) -> new Pending(row.getLong(1), row.getString(2)), feed, night);
    }

    List<Stored> byIds(List<Long> ids) {
        var marks = InList.marks(ids);
        var order = "FIELD(voucher_id, " + marks + ")";
        var twice = new ArrayList<Object>(ids);
        twice.addAll(ids);
        return jdbc.query(
                "SELECT voucher_id, source_id, source_line, counted_in, reason, payload FROM voucher WHERE voucher_id IN ("
                        + marks + ") ORDER BY " + order,
                STORED,
                twice.toArray());
    }

    void add(List<ValidatedRecord> vouchers) {
        var rows = new BulkRows("voucher", COLUMNS);
        vouchers.forEach(voucher -> rows.add(row(voucher)));
        int added = bulk.insertNew(rows);
        if (added != vouchers.size()) {
            throw new IllegalStateException(added + " of " + vouchers.size() + " vouchers of " + feed + " were kept");
        }
    }

    private @Nullable Object[] row(ValidatedRecord voucher) {
        var fault = voucher.fault();
        boolean open = voucher.decision() != Decision.REFUSED && voucher.decision() != Decision.PENDING;
        return new Object[] {
            feed,
            voucher.key(),
            open ? voucher.key() : null,
            voucher.origin().sourceId(),
            voucher.origin().line(),
            voucher.origin().countedIn(),
            voucher.decision().name(),
            fault == null ? null : fault.reason().name(),
            fault == null ? null : fault.column(),
            fault == null ? null : Shortened.to(fault.value(), LONGEST_VALUE),
            fault == null ? null : Shortened.to(fault.expected(), LONGEST_VALUE),
            voucher.businessDate(),
            voucher.branch(),
            SortTime.of(voucher),
            JSON.writeValueAsString(voucher.texts()),
            night
        };
    }

    /** Gives a stored voucher what the last try found, and what it says when it was derived anew. */
    void update(ValidatedRecord voucher) {
        var fault = voucher.fault();
        boolean pending = voucher.decision() == Decision.PENDING;
        boolean refused = voucher.decision() == Decision.REFUSED;
        jdbc.update(
                """
                UPDATE voucher SET decision = ?, reason = ?, column_name = ?, value = ?, expected = ?, branch_code = COALESCE(?, branch_code), counted_in = ?,
                    open_key = ?, voucher_key = ?, business_date = ?, sort_time = ?, payload = ?
                WHERE voucher_id = ?""",
                voucher.decision().name(),
                fault == null ? null : fault.reason().name(),
                fault == null ? null : fault.column(),
                fault == null ? null : Shortened.to(fault.value(), LONGEST_VALUE),
                fault == null ? null : Shortened.to(fault.expected(), LONGEST_VALUE),
                voucher.branch(),
                voucher.origin().countedIn(),
                pending || refused ? null : voucher.key(),
                voucher.key(),
                voucher.businessDate(),
                SortTime.of(voucher),
                JSON.writeValueAsString(voucher.texts()),
                voucher.voucherId());
    }

    /** A record that is mended and still wrong is as old as the one it was mended from. */
    void agedAs(long older, String key) {
        jdbc.update(
                "UPDATE voucher v JOIN voucher o ON o.voucher_id = ? SET v.first_seen = o.first_seen WHERE v.feed = ? AND v.open_key = ?",
                older,
                feed,
                key);
    }

    /** Closes vouchers that became facts. */
    void accepted(Collection<Long> ids) {
        close("voucher_id", ids, "ACCEPTED");
    }

    /** Closes vouchers whose place other records have taken. */
    void overtaken(Collection<Long> ids) {
        close("voucher_id", ids, "REPLACED");
    }

    /** Closes the open vouchers of keys that came again. */
    void replaced(Collection<String> keys) {
        close("feed = '" + feed + "' AND open_key", keys, "REPLACED");
    }

    /** Closes the open vouchers of a key that came no later than a record; what came after it stays. */
    void replacedUpTo(String key, ValidatedRecord.Origin origin) {
        jdbc.update(
                "UPDATE voucher SET resolved_on = ?, resolution = 'REPLACED', open_key = NULL WHERE feed = ? AND open_key = ?"
                        + " AND (source_id < ? OR source_id = ? AND source_line <= ?)",
                night,
                feed,
                key,
                origin.sourceId(),
                origin.sourceId(),
                origin.line());
    }

    /** Closes the open vouchers of a key that came from earlier sources than a record. */
    void replacedBefore(String key, ValidatedRecord.Origin origin) {
        replacedUpTo(key, new ValidatedRecord.Origin(origin.sourceId(), -1, origin.countedIn()));
    }

    private void close(String column, Collection<?> values, String resolution) {
        var all = List.copyOf(values);
        for (int from = 0; from < all.size(); from += IDS_PER_UPDATE) {
            var part = new ArrayList<Object>(all.subList(from, Math.min(all.size(), from + IDS_PER_UPDATE)));
            var marks = InList.marks(part);
            part.add(0, night);
            part.add(1, resolution);
            jdbc.update(
                    "UPDATE voucher SET resolved_on = ?, resolution = ?, open_key = NULL WHERE " + column + " IN ("
                            + marks + ")",
                    part.toArray());
        }
    }

    /** Whether an open voucher of a key says the same, and is returned alone or together with others as this one is. */
    boolean saysTheSame(ValidatedRecord voucher) {
        return jdbc
                .queryForList(
                        "SELECT payload FROM voucher WHERE feed = ? AND open_key = ? AND (reason <=> 'DUPLICATE_KEY') = ?",
                        String.class,
                        feed,
                        voucher.key(),
                        isOneOfMany(voucher))
                .stream()
                .anyMatch(payload -> payload.equals(JSON.writeValueAsString(voucher.texts())));
    }

    /** Whether a record is returned together with others of its key, each of which waits for itself. */
    static boolean isOneOfMany(ValidatedRecord voucher) {
        return voucher.fault() != null && voucher.fault().reason() == Reason.DUPLICATE_KEY;
    }
}
