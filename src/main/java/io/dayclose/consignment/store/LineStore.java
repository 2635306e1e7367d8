package io.dayclose.consignment.store;

import io.dayclose.consignment.LineType;
import io.dayclose.consignment.StatementLine;
import io.dayclose.consignment.store.DueWaybills.Span;
import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.database.InList;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lines of live statements. */
public final class LineStore {
    /** What of a line stays as it came. */
    private static final List<String> STATED = List.of(
            "line_id",
            "carrier_code",
            "statement_no",
            "revision",
            "line_no",
            "version",
            "type",
            "waybill",
            "batch_ref",
            "order_no",
            "gross",
            "fee",
            "net",
            "currency",
            "collected_on",
            "carrier_line_id",
            "original_line_id",
            "night",
            "cycle",
            "apart",
            "fingerprint",
            "state");

    /** What of a line changes. */
    private static final List<String> MOVES = List.of(
            "placed",
            "netted",
            "tolerated",
            "uncovered",
            "restated",
            "spent",
            "reason",
            "held",
            "held_reason",
            "held_since",
            "candidate",
            "recovered");

    private static final List<String> COLUMNS =
            Stream.concat(STATED.stream(), MOVES.stream()).toList();
    private static final List<String> MOVED =
            Stream.concat(Stream.of("line_id"), MOVES.stream()).toList();

    private static final String SELECT = COLUMNS.stream()
            .map(each -> "l." + each)
            .collect(Collectors.joining(", ", "SELECT ", " FROM statement_line l "));

    private static final String UPDATE =
            "UPDATE line_now n STRAIGHT_JOIN statement_line l ON l.line_id = n.line_id SET "
                    + MOVES.stream()
                            .map(column -> "l." + column + " = n." + column)
                            .collect(Collectors.joining(", "));

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;

    public LineStore(JdbcTemplate jdbc, BulkWriter bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** What stands in suspense for a line. */
    public record Standing(
            BigDecimal amount, String reason, @Nullable LocalDate since) {
        /** Nothing. */
        public static final Standing NONE = new Standing(Rounding.NO_FEN, "", null);
    }

    /**
     * A line and what is kept about it.
     *
     * @param asked the tolerance it asks for
     */
    public record Kept(StatementLine line, String fingerprint, Standing standing, BigDecimal asked) {
        public Kept standing(Standing now) {
            return new Kept(line, fingerprint, now, asked);
        }

        public Kept asking(BigDecimal amount) {
            return new Kept(line, fingerprint, standing, amount);
        }
    }

    /** @param rest of the query, after {@code FROM statement_line l} */
    private List<Kept> load(String rest, Object... values) {
        return jdbc.query(SELECT + rest, (row, n) -> kept(row), values);
    }

    /** Those of these numbers. */
    public List<Kept> of(Collection<Long> ids) {
        return load("WHERE l.line_id IN (" + InList.marks(ids) + ")", ids.toArray());
    }

    /** The live ones of a statement. */
    public List<Kept> ofStatement(String carrier, String statement) {
        return load("WHERE l.carrier_code = ? AND l.statement_no = ? AND l.state = 'LIVE'", carrier, statement);
    }

    /** The live one of a statement with a number of ours or, where that is 0, with the statement's own. */
    public Optional<Kept> ofStatement(String carrier, String statement, long id, String lineNo) {
        return load(
                        "WHERE l.carrier_code = ? AND l.statement_no = ? AND l.state = 'LIVE' AND (l.line_id = ? OR ? = 0 AND l.line_no = ?)",
                        carrier,
                        statement,
                        id,
                        id,
                        lineNo)
                .stream()
                .findFirst();
    }

    /** Those of a statement that ask for tolerance, or were granted it. */
    public List<Kept> asking(String carrier, String statement) {
        return load(
                "WHERE l.carrier_code = ? AND l.statement_no = ? AND l.state = 'LIVE' AND (l.candidate <> 0 OR l.spent <> 0 OR l.tolerated <> 0)",
                carrier,
                statement);
    }

    /** Those of a carrier whose own waybill nobody knows, without those that people have taken apart. */
    public List<Kept> unplaced(String carrier) {
        return load(
                "WHERE l.reason IN ('UNKNOWN_WAYBILL', 'AMBIGUOUS', 'PROPOSED') AND l.carrier_code = ? AND l.state = 'LIVE' AND l.apart = 0",
                carrier);
    }

    /** Those of a carrier for which parcels are proposed. */
    public List<Kept> proposed(String carrier) {
        return load("WHERE l.reason = 'PROPOSED' AND l.carrier_code = ? AND l.state = 'LIVE'", carrier);
    }

    /** Those that a carrier has stated twice. */
    public List<Kept> duplicates(String carrier) {
        return load("WHERE l.carrier_code = ? AND l.reason = 'DUPLICATE_LINE' AND l.state = 'LIVE'", carrier);
    }

    /** Those of waybills that are to be matched. */
    public List<Kept> toMatch(Span span) {
        return load(
                DueWaybills.joined("l.carrier_code", "l.waybill", 0) + " AND l.state = 'LIVE' AND l.waybill <> ''",
                span.values());
    }

    /** Those of waybills that are to be judged, and those that hold something and bear none. */
    public List<Kept> toJudge(Span span) {
        return load(
                DueWaybills.joined("l.carrier_code", "l.waybill", 1)
                        + " AND l.state = 'LIVE' AND (l.waybill <> '' OR l.reason <> '' OR l.held <> 0)",
                span.values());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var stated = new StatementLine.Stated(
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                LineType.valueOf(row.getString(7)),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getBigDecimal(11),
                row.getBigDecimal(12),
                row.getBigDecimal(13),
                row.getString(14),
                row.getObject(15, LocalDate.class),
                row.getString(16),
                row.getString(17));
        var standing = new Standing(row.getBigDecimal(30), row.getString(31), row.getObject(32, LocalDate.class));
        var origin = new StatementLine.Origin(
                row.getObject(18, LocalDate.class),
                row.getString(19),
                standing.amount().signum() != 0,
                row.getBoolean(20));
        var disposed = new StatementLine.Disposed(
                row.getBigDecimal(23),
                row.getBigDecimal(24),
                row.getBigDecimal(25),
                row.getBigDecimal(26),
                row.getBigDecimal(27),
                row.getBigDecimal(28),
                row.getBigDecimal(34),
                row.getString(29));
        var line = new StatementLine(row.getLong(1), stated, origin, disposed);
        return new Kept(line, row.getString(21), standing, row.getBigDecimal(33));
    }

    /** Writes where the cash of lines that were loaded before has gone; what they state does not change. */
    public void put(Collection<Kept> all) {
        if (all.isEmpty()) {
            return;
        }
        jdbc.execute("CREATE TEMPORARY TABLE IF NOT EXISTS line_now LIKE line_stage");
        jdbc.execute("DELETE FROM line_now");
        var rows = new BulkRows("line_now", MOVED);
        all.forEach(each ->
                rows.add(Stream.concat(Stream.of(each.line().id()), moves(each)).toArray()));
        bulk.insertNew(rows);
        jdbc.update(UPDATE);
    }

    /** What lines have paid was taken back: all of it looks for its place again. */
    public void free(Collection<Long> lines, String reason) {
        var in = lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
        jdbc.update(
                "UPDATE statement_line SET placed = 0, candidate = 0, spent = 0, recovered = 0, tolerated = 0, restated = 0, reason = ? WHERE line_id IN ("
                        + in + ")",
                reason);
    }

    /** In the order of {@link #MOVES}. */
    private static Stream<@Nullable Object> moves(Kept kept) {
        var disposed = kept.line().disposed();
        return Stream.of(
                disposed.placed(),
                disposed.netted(),
                disposed.tolerated(),
                disposed.uncovered(),
                disposed.restated(),
                disposed.spent(),
                disposed.reason(),
                kept.standing().amount(),
                kept.standing().reason(),
                kept.standing().since(),
                kept.asked(),
                disposed.recovered());
    }

    /** Writes lines that are new, and numbers them. */
    public void insert(Collection<Kept> all) {
        var rows = new BulkRows("statement_line", COLUMNS);
        all.forEach(each -> rows.add(Stream.concat(stated(each), moves(each)).toArray()));
        bulk.insertNew(rows);
    }

    /** In the order of {@link #STATED}, without the number that it gets. */
    private static Stream<@Nullable Object> stated(Kept kept) {
        var line = kept.line();
        var stated = line.stated();
        return Stream.of(
                null,
                stated.carrier(),
                stated.statement(),
                stated.revision(),
                stated.lineNo(),
                stated.version(),
                stated.type().name(),
                stated.normal(),
                stated.batch(),
                stated.order(),
                stated.gross(),
                stated.fee(),
                stated.net(),
                stated.currency(),
                stated.collectedOn(),
                stated.carrierLineId(),
                stated.originalLineId(),
                line.origin().night(),
                line.origin().cycle(),
                line.apart() ? 1L : 0L,
                kept.fingerprint(),
                "LIVE");
    }

    /** A statement's line asks for tolerance, or does not any more: it is decided for all of the statement together. */
    public void askTolerance(StatementLine.Stated stated) {
        jdbc.update(
                "UPDATE carrier_statement SET checks = 1 WHERE carrier_code = ? AND statement_no = ?",
                stated.carrier(),
                stated.statement());
    }
}
