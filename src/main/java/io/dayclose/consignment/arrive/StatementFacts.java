package io.dayclose.consignment.arrive;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.consignment.Footing;
import io.dayclose.consignment.LineType;
import io.dayclose.consignment.StatementLine;
import io.dayclose.consignment.StatementState;
import io.dayclose.consignment.Waybills;
import io.dayclose.consignment.arrive.Arrivals.Key;
import io.dayclose.consignment.store.RoundStores;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What has come of statements, and what is kept of them. */
public final class StatementFacts {
    private static final int PAGE = 20_000;
    private static final String CURRENT_LINES = """
            FROM current_remittance_line l
            WHERE l.carrier_code = ? AND l.statement_no = ? AND l.revision = ?""";

    private final RoundStores stores;

    StatementFacts(RoundStores stores) {
        this.stores = stores;
    }

    /** What a revision states of itself. */
    record Header(
            long revision,
            LocalDate from,
            LocalDate to,
            Footing.Header footing,
            @Nullable BigDecimal closing,
            String currency) {}

    /** The latest revision of which anything has come. */
    record Latest(long revision, LocalDate day, long facts, Optional<Header> header) {}

    Latest latest(Key key) {
        var revision = number("""
                SELECT MAX(revision) FROM (SELECT revision FROM remittance_statement WHERE carrier_code = ? AND statement_no = ?
                    UNION ALL SELECT revision FROM remittance_line WHERE carrier_code = ? AND statement_no = ?) r""", key.carrier(), key.statement(), key.carrier(), key.statement());
        var facts = number("""
                SELECT (SELECT COUNT(*) FROM remittance_statement WHERE carrier_code = ? AND statement_no = ?)
                     + (SELECT COUNT(*) FROM remittance_line WHERE carrier_code = ? AND statement_no = ?)""", key.carrier(), key.statement(), key.carrier(), key.statement());
        var header =
                stores.jdbc().query("""
                        SELECT revision, period_from, period_to, line_count, gross, fee, net, refund, adjust, opening, closing, COALESCE(currency, '')
                        FROM remittance_statement WHERE carrier_code = ? AND statement_no = ? AND revision = ? ORDER BY version DESC LIMIT 1""", (row, n) -> header(row), key.carrier(), key.statement(), revision).stream()
                        .findFirst();
        return new Latest(revision, header.map(Header::from).orElse(stores.asOf()), facts, header);
    }

    private long number(String sql, Object... values) {
        return Objects.requireNonNull(stores.jdbc().queryForObject(sql, Long.class, values));
    }

    private static Header header(ResultSet row) throws SQLException {
        var totals =
                new Footing.Totals(row.getLong(4), row.getBigDecimal(5), row.getBigDecimal(6), row.getBigDecimal(7));
        return new Header(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                new Footing.Header(totals, row.getBigDecimal(8), row.getBigDecimal(9), row.getBigDecimal(10)),
                row.getBigDecimal(11),
                row.getString(12));
    }

    /** What the lines of a revision come to. */
    Footing.Sums sums(Key key, long revision) {
        return Objects.requireNonNull(stores.jdbc()
                .queryForObject(
                        """
                        SELECT COUNT(*), COALESCE(SUM(l.gross), 0), COALESCE(SUM(l.fee), 0), COALESCE(SUM(l.net), 0),
                               COALESCE(SUM(IF(l.type = 'REFUND', l.gross, 0)), 0), COALESCE(SUM(IF(l.type = 'ADJUST', l.gross, 0)), 0),
                               COALESCE(SUM(l.gross - l.fee <> l.net), 0)\s""" + CURRENT_LINES,
                        (row, n) -> new Footing.Sums(
                                new Footing.Totals(
                                        row.getLong(1),
                                        row.getBigDecimal(2),
                                        row.getBigDecimal(3),
                                        row.getBigDecimal(4)),
                                row.getBigDecimal(5),
                                row.getBigDecimal(6),
                                row.getLong(7)),
                        key.carrier(),
                        key.statement(),
                        revision));
    }

    /** Reads the lines of a revision in their order. */
    void lines(Key key, Header header, String currency, BiConsumer<StatementLine.Stated, LocalDate> take) {
        var money = header.currency().isEmpty() ? currency : header.currency();
        var last = new long[] {Long.MIN_VALUE, PAGE};
        while (last[1] == PAGE) {
            last[1] = 0;
            page(key, header, last[0], row -> {
                last[0] = row.getLong(2);
                last[1]++;
                take.accept(stated(key, money, row), row.getObject(15, LocalDate.class));
            });
        }
    }

    /** So many lines at a time: a statement of any size is read without holding it. */
    private void page(Key key, Header header, long after, RowCallbackHandler take) {
        stores.jdbc()
                .query(
                        """
                SELECT l.revision, l.line_no, l.version, l.type, COALESCE(l.waybill_no, ''), COALESCE(l.batch_ref, ''), COALESCE(l.order_no, ''),
                       l.gross, l.fee, l.net, COALESCE(l.currency, ''), l.collected_on, COALESCE(l.carrier_line_id, ''),
                       COALESCE(l.original_line_id, ''), l.night\s""" + CURRENT_LINES + " AND l.line_no > ? ORDER BY l.line_no LIMIT " + PAGE,
                        take,
                        key.carrier(),
                        key.statement(),
                        header.revision(),
                        after);
    }

    private StatementLine.Stated stated(Key key, String currency, ResultSet row) throws SQLException {
        var waybill = Waybills.normal(row.getString(5));
        var original = row.getString(14);
        return new StatementLine.Stated(
                key.carrier(),
                key.statement(),
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                LineType.valueOf(row.getString(4)),
                waybill.isEmpty() && !original.isEmpty() ? waybillOf(key.carrier(), original) : waybill,
                row.getString(6),
                row.getString(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getBigDecimal(10),
                row.getString(11).isEmpty() ? currency : row.getString(11),
                row.getObject(12, LocalDate.class),
                row.getString(13),
                original);
    }

    /** A line that only names another one is about that one's waybill. */
    private String waybillOf(String carrier, String carrierLineId) {
        return stores
                .jdbc()
                .queryForList(
                        "SELECT waybill FROM statement_line WHERE carrier_code = ? AND carrier_line_id = ? ORDER BY line_id LIMIT 1",
                        String.class,
                        carrier,
                        carrierLineId)
                .stream()
                .findFirst()
                .orElse("");
    }

    /** What live lines of other statements over the same days say. */
    Set<String> overlapping(Key key, Header header) {
        return new HashSet<>(stores.jdbc()
                .queryForList("""
                        SELECT l.fingerprint FROM carrier_statement c
                        JOIN statement_line l ON l.carrier_code = c.carrier_code AND l.statement_no = c.statement_no AND l.state = 'LIVE'
                        WHERE c.carrier_code = ? AND c.statement_no <> ? AND c.period_from <= ? AND c.period_to >= ?""", String.class, key.carrier(), key.statement(), header.to(), header.from()));
    }

    /**
     * What became of a revision.
     *
     * @param fault what it does not foot by
     */
    record Outcome(StatementState state, long skipped, BigDecimal fault, String why) {}

    /** Keeps what became of a statement; one that is quarantined leaves the earlier revision as it was. */
    void keep(Key key, Latest latest, Agreement agreement, Outcome outcome) {
        boolean broken = outcome.state() == StatementState.QUARANTINED;
        boolean live = broken
                && !stores.jdbc()
                        .queryForList(
                                "SELECT 1 FROM carrier_statement WHERE carrier_code = ? AND statement_no = ? AND state <> 'QUARANTINED'",
                                Integer.class,
                                key.carrier(),
                                key.statement())
                        .isEmpty();
        if (live) {
            stores.jdbc()
                    .update(
                            "UPDATE carrier_statement SET facts = ?, fault = ?, fault_why = ? WHERE carrier_code = ? AND statement_no = ?",
                            latest.facts(),
                            outcome.fault(),
                            outcome.why(),
                            key.carrier(),
                            key.statement());
            return;
        }
        write(key, latest, agreement, outcome);
    }

    private void write(Key key, Latest latest, Agreement agreement, Outcome outcome) {
        var day = latest.day();
        var cycle = agreement.cycles().of(day);
        var totals = latest.header()
                .map(each -> each.footing().totals())
                .orElse(new Footing.Totals(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        stores.jdbc()
                .update(
                        """
                INSERT INTO carrier_statement (carrier_code, statement_no, revision, facts, cycle, period_from, period_to, line_count, gross, fee, net,
                    opening, closing, payable, pay_by, grace_until, state, since, skipped, fault, fault_why)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE revision = VALUES(revision), facts = VALUES(facts), cycle = VALUES(cycle), period_from = VALUES(period_from),
                    period_to = VALUES(period_to), line_count = VALUES(line_count), gross = VALUES(gross), fee = VALUES(fee), net = VALUES(net),
                    opening = VALUES(opening), closing = VALUES(closing), payable = VALUES(payable), pay_by = VALUES(pay_by), grace_until = VALUES(grace_until),
                    state = VALUES(state), skipped = VALUES(skipped), fault = VALUES(fault), fault_why = VALUES(fault_why), checks = 1, fees_checked = 0""",
                        key.carrier(),
                        key.statement(),
                        outcome.state() == StatementState.QUARANTINED ? -1 : latest.revision(),
                        latest.facts(),
                        cycle.name(),
                        day,
                        latest.header().map(Header::to).orElse(day),
                        totals.count(),
                        totals.gross(),
                        totals.fee(),
                        totals.net(),
                        latest.header().map(each -> each.footing().opening()).orElse(null),
                        latest.header().map(Header::closing).orElse(null),
                        payable(key, latest),
                        cycle.payBy(),
                        cycle.payBy().plusDays(agreement.graceDays()),
                        outcome.state().name(),
                        stores.asOf(),
                        outcome.skipped(),
                        outcome.fault(),
                        outcome.why());
    }

    /** A negative balance carried from the statement before lessens what is paid, unless a line says so itself. */
    private BigDecimal payable(Key key, Latest latest) {
        var header = latest.header();
        if (header.isEmpty()) {
            return BigDecimal.ZERO;
        }
        long carries = number(
                "SELECT COUNT(*) FROM remittance_line WHERE carrier_code = ? AND statement_no = ? AND revision = ? AND type = 'CARRY'",
                key.carrier(),
                key.statement(),
                latest.revision());
        var opening = header.get().footing().opening();
        var carried = carries > 0 || opening == null ? BigDecimal.ZERO : opening.min(BigDecimal.ZERO);
        return header.get().footing().totals().net().add(carried).max(BigDecimal.ZERO);
    }
}
