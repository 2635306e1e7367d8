package io.dayclose.intake.source;

import io.dayclose.intake.Decision;
import io.dayclose.intake.Reason;
import io.dayclose.intake.SourceState;
import io.dayclose.intake.Tally;
import io.dayclose.intake.source.FeedInput.Kind;
import io.dayclose.text.Shortened;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The register of sources: what came, how far it has been read, and its controls. */
public final class SourceStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_NOTE = 500;
    private static final List<Decision> COUNTED = List.of(
            Decision.ACCEPTED,
            Decision.CORRECTED,
            Decision.DUPLICATE,
            Decision.WAITING,
            Decision.RETURNED,
            Decision.REFUSED);
    private static final String ADD = COUNTED.stream()
            .map(decision -> decision.name().toLowerCase(Locale.ROOT))
            .map(name -> "%s = %s + ?, %s_amount = %s_amount + ?".formatted(name, name, name, name))
            .collect(Collectors.joining(", "));

    /** Of two rows of one key the other has got a key of its own, or was taken back, since they were returned. */
    private static final String ALONE =
            "reason = '" + Reason.DUPLICATE_KEY + "' AND NOT EXISTS (SELECT 1 FROM voucher o"
                    + " WHERE o.feed = voucher.feed AND o.open_key = voucher.open_key AND o.voucher_id <> voucher.voucher_id)";

    /** The condition for returned vouchers that are worth another try. */
    public static final String RETRIED = Arrays.stream(Reason.values())
                    .filter(Reason::healsByItself)
                    .map(reason -> "'" + reason.name() + "'")
                    .collect(Collectors.joining(", ", "decision = 'RETURNED' AND (reason IN (", ") OR "))
            + ALONE + ")";

    private final JdbcTemplate jdbc;

    public SourceStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The bytes of a file or a query's result, and where they are kept. */
    public record Bytes(String sha256, long size, String archivedAs, Label label) {

        /** One sheet of them. */
        Bytes of(String sheet) {
            return new Bytes(sha256, size, archivedAs, new Label(label.branch(), label.date(), sheet, label.mark()));
        }
    }

    /**
     * What is known of a source besides its bytes: whose it is, which day it is for, which sheet of it is meant.
     *
     * @param mark what it is known by on the server it was fetched from
     */
    public record Label(
            @Nullable String branch,
            @Nullable LocalDate date,
            @Nullable String sheet,
            @Nullable String mark) {
        static final Label NONE = new Label(null, null, null, null);
    }

    /** Where and when the same bytes came before. */
    public record Earlier(String name, LocalDate night) {}

    /** A file by its name and its place in the archive. */
    record Kept(String name, String archivedAs) {}

    /** A file without a record is no duplicate: every day's is the same, and says that there was nothing that day. */
    public Optional<Earlier> earlier(String feed, String sha256) {
        return jdbc
                .query(
                        "SELECT name, night FROM feed_source WHERE feed = ? AND sha256 = ? AND state NOT IN ('DUPLICATE', 'UNREADABLE', 'QUARANTINED')"
                                + " AND (read_count > 0 OR state <> 'DONE') ORDER BY source_id LIMIT 1",
                        (row, n) -> new Earlier(row.getString(1), row.getObject(2, LocalDate.class)),
                        feed,
                        sha256)
                .stream()
                .findFirst();
    }

    /** Something that came for a feed on a night. */
    public record Arrival(String feed, LocalDate night, Kind kind, String name, LocalDateTime takenAt) {}

    /** Something that came, its bytes, and the state it begins in. */
    record Source(Arrival arrival, Bytes bytes, SourceState state) {}

    void register(Source source) {
        register(List.of(source));
    }

    /** Registers all of them or, if the program dies, none. What stands for a skipped query takes its place. */
    void register(List<Source> all) {
        var values = all.stream().flatMap(SourceStore::values).toArray();
        jdbc.update(
                """
                INSERT INTO feed_source (feed, night, name, kind, state, sha256, bytes, archived_as, taken_at, branch_code, file_date, sheet, mark)
                VALUES %s ON DUPLICATE KEY UPDATE
                    sha256 = IF(state = 'SKIPPED', VALUES(sha256), sha256), bytes = IF(state = 'SKIPPED', VALUES(bytes), bytes),
                    archived_as = IF(state = 'SKIPPED', VALUES(archived_as), archived_as), mark = IF(state = 'SKIPPED', VALUES(mark), mark),
                    branch_code = IF(state = 'SKIPPED', VALUES(branch_code), branch_code),
                    file_date = IF(state = 'SKIPPED', VALUES(file_date), file_date),
                    taken_at = IF(state = 'SKIPPED', VALUES(taken_at), taken_at), state = IF(state = 'SKIPPED', VALUES(state), state)""".formatted(String.join(
                        ", ", Collections.nCopies(all.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))),
                values);
    }

    private static Stream<@Nullable Object> values(Source source) {
        var arrival = source.arrival();
        var bytes = source.bytes();
        return Stream.of(
                arrival.feed(),
                arrival.night(),
                arrival.name(),
                arrival.kind().name(),
                source.state().name(),
                bytes.sha256(),
                bytes.size(),
                bytes.archivedAs(),
                arrival.takenAt(),
                bytes.label().branch(),
                bytes.label().date(),
                bytes.label().sheet(),
                bytes.label().mark());
    }

    /** Where a mended workbook with these bytes was put when it came before. */
    Optional<Earlier> mendedBefore(String sha256) {
        return jdbc
                .query(
                        "SELECT archived_as, night FROM feed_source WHERE kind = 'MENDED' AND sha256 = ? AND state <> 'UNREADABLE' ORDER BY source_id LIMIT 1",
                        (row, n) -> new Earlier(row.getString(1), row.getObject(2, LocalDate.class)),
                        sha256)
                .stream()
                .findFirst();
    }

    /** A name that nothing has on a night yet. */
    String freeName(String feed, LocalDate night, String name) {
        var free = name;
        for (int n = 2; exists(feed, night, free); n++) {
            free = name + " #" + n;
        }
        return free;
    }

    /**
     * Registers the stored vouchers of a feed that are due for another try; EMPTY when there are none. Registered once a
     * run: what this run itself returns is not tried again when the run is cut off and goes on.
     */
    public void registerStored(Arrival arrival) {
        var due = arrival.kind() == Kind.WAITING
                ? "decision = 'WAITING' AND business_date <= ?"
                : RETRIED + " AND first_seen <= ?";
        jdbc.update(
                """
                INSERT IGNORE INTO feed_source (feed, night, name, kind, state, taken_at, limit_id)
                SELECT ?, ?, ?, ?, IF(COUNT(*) = 0, 'EMPTY', 'TAKEN'), ?, MAX(voucher_id) FROM voucher
                WHERE feed = ? AND resolved_on IS NULL AND %s""".formatted(due),
                arrival.feed(),
                arrival.night(),
                arrival.name(),
                arrival.kind().name(),
                arrival.takenAt(),
                arrival.feed(),
                arrival.night());
    }

    /** Notes that a data source did not answer; what it owes is registered in this place once it does. */
    void skipped(Arrival arrival) {
        jdbc.update(
                "INSERT IGNORE INTO feed_source (feed, night, name, kind, state, taken_at) VALUES (?, ?, ?, ?, 'SKIPPED', ?)",
                arrival.feed(),
                arrival.night(),
                arrival.name(),
                arrival.kind().name(),
                arrival.takenAt());
    }

    /** The data source has answered a later try of the night: nothing is owed any more. */
    void answered(String feed, LocalDate night) {
        jdbc.update(
                "UPDATE feed_source SET state = 'EMPTY' WHERE feed = ? AND night = ? AND state = 'SKIPPED'",
                feed,
                night);
    }

    /** The files in quarantine, by their ids. */
    Map<Long, Kept> quarantined(String feed, LocalDate night) {
        var files = new LinkedHashMap<Long, Kept>();
        jdbc.query(
                "SELECT source_id, name, archived_as FROM feed_source WHERE feed = ? AND night = ? AND state = 'QUARANTINED'",
                row -> {
                    files.put(row.getLong(1), new Kept(row.getString(2), row.getString(3)));
                },
                feed,
                night);
        return files;
    }

    /** The number of the latest source, 0 when there is none; each run has some that no run before it had. */
    public long last() {
        var last = jdbc.queryForObject("SELECT COALESCE(MAX(source_id), 0) FROM feed_source", Long.class);
        return last == null ? 0 : last;
    }

    /** Whether something came under a name on a night. */
    public boolean exists(String feed, LocalDate night, String name) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM feed_source WHERE feed = ? AND night = ? AND name = ? AND state <> 'SKIPPED'",
                        Integer.class,
                        feed,
                        night,
                        name)
                .isEmpty();
    }

    /** What is still to be read: waiting vouchers first, then what is derived anew, what came, and returned vouchers. */
    public List<FeedInput> open(String feed, LocalDate night) {
        return jdbc.query(
                """
                SELECT s.source_id, s.kind, s.name, s.archived_as, s.position, s.limit_id, s.branch_code, s.sheet, s.first_id, f.night, f.kind = 'QUERY'
                FROM feed_source s LEFT JOIN feed_source f ON f.source_id = s.first_id
                WHERE s.feed = ? AND s.night = ? AND s.state = 'TAKEN'
                ORDER BY CASE s.kind WHEN 'WAITING' THEN 0 WHEN 'AGAIN' THEN 1 WHEN 'RETURNED' THEN 3 ELSE 2 END, s.source_id""",
                (row, n) -> new FeedInput(
                        row.getLong(1),
                        Kind.valueOf(row.getString(2)),
                        row.getString(3),
                        Optional.ofNullable(row.getString(4)).orElse(""),
                        row.getLong(5),
                        row.getLong(6),
                        Optional.ofNullable(row.getString(7)),
                        Optional.ofNullable(row.getString(8)),
                        Optional.ofNullable(row.getObject(10, LocalDate.class))
                                .map(first(row.getLong(9), row.getBoolean(11)))),
                feed,
                night);
    }

    private static Function<LocalDate, FeedInput.First> first(long id, boolean query) {
        return night -> new FeedInput.First(id, night, query);
    }

    /** Moves the position on, in the transaction of the facts read up to it; {@link SourceState#TAKEN} while there is more to read. */
    public void advance(long id, long position, SourceState state) {
        jdbc.update("UPDATE feed_source SET position = ?, state = ? WHERE source_id = ?", position, state.name(), id);
    }

    /** The same bytes have come again: what could not be read, or was not believed, is tried in their place. */
    void readElsewhere(String feed, String sha256) {
        jdbc.update(
                "UPDATE feed_source SET state = 'DUPLICATE' WHERE feed = ? AND sha256 = ? AND state IN ('UNREADABLE', 'QUARANTINED')",
                feed,
                sha256);
    }

    /** What could not be read may be readable now that somebody has mended the feed's file. */
    public void tryUnreadableAgain(String feed, LocalDate night) {
        jdbc.update(
                "UPDATE feed_source SET state = 'TAKEN' WHERE feed = ? AND night = ? AND state IN ('UNREADABLE', 'QUARANTINED')",
                feed,
                night);
    }

    /** Notes from which tables of a file its rows come, and which of its headers are nearly those of columns it lacks. */
    public void describe(long id, List<String> tables, String nearHeaders) {
        jdbc.update(
                "UPDATE feed_source SET tables_read = ?, near_headers = ? WHERE source_id = ?",
                tables.isEmpty() ? null : JSON.writeValueAsString(tables),
                nearHeaders.isEmpty() ? null : Shortened.to(nearHeaders, LONGEST_NOTE),
                id);
    }

    /** Notes how many rows a file says it has. */
    public void states(long id, BigDecimal rows) {
        jdbc.update("UPDATE feed_source SET stated_count = ? WHERE source_id = ?", rows, id);
    }

    /** Leaves a source unread, with the state that says why. */
    public void leave(long id, SourceState state) {
        jdbc.update("UPDATE feed_source SET state = ? WHERE source_id = ?", state.name(), id);
    }

    public void add(long id, Tally tally) {
        var figures =
                COUNTED.stream().flatMap(decision -> Stream.<Object>of(tally.count(decision), tally.amount(decision)));
        var values = Stream.concat(Stream.concat(Stream.of(tally.read(), tally.readAmount()), figures), Stream.of(id))
                .toArray();
        jdbc.update(
                "UPDATE feed_source SET read_count = read_count + ?, read_amount = read_amount + ?, " + ADD
                        + " WHERE source_id = ?",
                values);
    }

    /** The start of the last query that was read whole, the watermark of the next; empty before the first. */
    public Optional<LocalDateTime> watermark(String feed) {
        return Optional.ofNullable(jdbc.queryForObject(
                "SELECT MAX(taken_at) FROM feed_source WHERE feed = ? AND kind = 'QUERY' AND state IN ('DONE', 'DUPLICATE')",
                LocalDateTime.class,
                feed));
    }
}
