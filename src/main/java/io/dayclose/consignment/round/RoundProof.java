package io.dayclose.consignment.round;

import io.dayclose.consignment.store.RoundStores;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Proves a round: every figure that can be had in two ways is the same in both. What does not hold is named with both figures, and
 * the day is not closed.
 */
public final class RoundProof {
    /**
     * So many movements of a round are followed back one by one; of a larger round these, and all of them by their sum, and each
     * when it was made.
     */
    private static final int SAMPLE = 20_000;

    private final RoundStores stores;
    private final JdbcTemplate jdbc;

    RoundProof(RoundStores stores) {
        this.stores = stores;
        jdbc = stores.jdbc();
    }

    /**
     * One equation: rows of a debtor and the two figures that must be equal.
     *
     * @param rule as in the list of invariants
     */
    private record Equation(String rule, String sql, List<Object> values) {}

    public void prove() {
        total();
        equations().forEach(this::prove);
        publish();
    }

    private List<Equation> equations() {
        Object round = stores.round().id();
        return List.of(
                new Equation("I2", ENTRIES_OF_RECEIVABLES, List.of(round, SAMPLE)),
                new Equation("I2", ENTRIES_OF_LINES, List.of(round, SAMPLE)),
                new Equation("I5", CONTINUITY, List.of(round)),
                new Equation("I4", SUSPENSE, List.of()),
                new Equation("I4", FOOTED, List.of(stores.asOf())),
                new Equation("I9", BANK, List.of(round)),
                new Equation("I14", MAKER, List.of(round)),
                new Equation("I15", CLOSED, List.of(round)),
                new Equation("I16", CURRENCY, List.of(round, SAMPLE)),
                new Equation("I6", GAP, List.of(stores.asOf())));
    }

    /** Receivables that moved: what is kept is the sum of their movements. */
    private static final String ENTRIES_OF_RECEIVABLES = """
            SELECT CONCAT(r.debtor, ' ', r.subject), r.gross + r.adjusted - r.settled - r.written_off,
                   SUM(CASE WHEN e.what IN ('GROSS', 'ADJUST') THEN e.amount ELSE -e.amount END)
            FROM (SELECT DISTINCT kind, debtor, subject FROM (SELECT kind, debtor, subject FROM receivable_entry WHERE recon_id = ? LIMIT ?) f) t
            JOIN receivable r ON r.kind = t.kind AND r.debtor = t.debtor AND r.subject = t.subject
            JOIN receivable_entry e FORCE INDEX (receivable_entry_of) ON e.debtor = t.debtor AND e.subject = t.subject AND e.kind = t.kind
            GROUP BY r.kind, r.debtor, r.subject, r.gross, r.adjusted, r.settled, r.written_off
            HAVING r.gross + r.adjusted - r.settled - r.written_off <> SUM(CASE WHEN e.what IN ('GROSS', 'ADJUST') THEN e.amount ELSE -e.amount END)""";

    /** Lines that moved: what they have placed is what receivables say they were paid by them. */
    private static final String ENTRIES_OF_LINES = """
            SELECT CONCAT(l.carrier_code, ' ', l.statement_no, '/', l.line_no), l.placed, SUM(IF(e.what = 'TOLERANCE' OR e.what = 'WRITE_OFF', 0, e.amount))
            FROM (SELECT DISTINCT line_id FROM (SELECT line_id FROM receivable_entry WHERE recon_id = ? LIMIT ?) f WHERE line_id <> 0) t
            JOIN statement_line l ON l.line_id = t.line_id JOIN receivable_entry e FORCE INDEX (receivable_entry_line) ON e.line_id = t.line_id
            GROUP BY l.line_id, l.carrier_code, l.statement_no, l.line_no, l.placed
            HAVING l.placed <> SUM(IF(e.what = 'TOLERANCE' OR e.what = 'WRITE_OFF', 0, e.amount))""";

    /** What was open when a round was last published and what has moved since is what is open now. */
    private static final String CONTINUITY = """
            SELECT t.debtor, t.open, COALESCE(b.open, 0) + COALESCE(e.moved, 0) FROM recon_total t
            LEFT JOIN recon_total b ON b.debtor = t.debtor AND b.currency = t.currency AND b.recon_id = (SELECT MAX(recon_id) FROM recon_run WHERE state = 'PUBLISHED')
            LEFT JOIN (SELECT debtor, currency, SUM(CASE WHEN what IN ('GROSS', 'ADJUST') THEN amount ELSE -amount END) AS moved
                       FROM receivable_entry WHERE recon_id > (SELECT COALESCE(MAX(recon_id), 0) FROM recon_run WHERE state = 'PUBLISHED')
                       GROUP BY debtor, currency) e ON e.debtor = t.debtor AND e.currency = t.currency
            WHERE t.recon_id = ? AND t.open <> COALESCE(b.open, 0) + COALESCE(e.moved, 0)""";

    /** What waits for lines is what stands in suspense. */
    private static final String SUSPENSE = """
            SELECT s.debtor, s.amount, COALESCE(l.held, 0) + COALESCE(p.held, 0) FROM
                (SELECT debtor, SUM(amount) AS amount FROM suspense WHERE ends = '9999-12-31' AND reason <> 'CREDIT' GROUP BY debtor) s
            LEFT JOIN (SELECT l.carrier_code, SUM(l.held) AS held FROM suspense u JOIN statement_line l ON l.line_id = u.line_id
                       WHERE u.ends = '9999-12-31' AND u.line_id <> 0 GROUP BY l.carrier_code) l ON l.carrier_code = s.debtor
            LEFT JOIN (SELECT payer_code, SUM(held) AS held FROM placed_receipt WHERE is_open = 1 GROUP BY payer_code) p ON p.payer_code = s.debtor
            WHERE s.amount <> COALESCE(l.held, 0) + COALESCE(p.held, 0)""";

    /** Statements of tonight: as many lines live or are left out as it states, and every yuan of them is placed, netted, or held. */
    private static final String FOOTED = """
            SELECT CONCAT(carrier_code, ' ', statement_no), line_count + collects, line_rows + went FROM (
                SELECT c.carrier_code, c.statement_no, c.line_count, COUNT(l.line_id) + c.skipped AS line_rows,
                       COALESCE(SUM(IF(l.type IN ('FEE', 'CARRY'), 0, l.gross + l.restated)), 0) AS collects,
                       COALESCE(SUM(l.placed + l.netted + l.tolerated + l.uncovered + l.held), 0) AS went
                FROM carrier_statement c
                LEFT JOIN statement_line l ON l.carrier_code = c.carrier_code AND l.statement_no = c.statement_no AND l.state = 'LIVE'
                WHERE c.revision >= 0 AND c.since = ? GROUP BY c.carrier_code, c.statement_no, c.line_count, c.skipped) s
            WHERE line_count <> line_rows OR collects <> went""";

    /** Statements whose money moved tonight: what they have received is the sum of the receipts' parts. */
    private static final String BANK = """
            SELECT CONCAT(c.carrier_code, ' ', c.statement_no), c.received, SUM(b.amount)
            FROM (SELECT DISTINCT carrier_code, statement_no FROM bank_leg WHERE recon_id = ?) t
            JOIN carrier_statement c ON c.carrier_code = t.carrier_code AND c.statement_no = t.statement_no
            JOIN bank_leg b ON b.carrier_code = t.carrier_code AND b.statement_no = t.statement_no
            GROUP BY c.carrier_code, c.statement_no, c.received HAVING c.received <> SUM(b.amount)""";

    /** Nobody has approved what he proposed himself. */
    private static final String MAKER = """
            SELECT CONCAT(decision_id, ' ', kind, ' ', decided_by), 0, 1 FROM decision
            WHERE done_in = ? AND kind IN ('MATCH', 'UNMATCH', 'RELEASE', 'WRITE_OFF') AND LOWER(decided_by) = LOWER(proposed_by)""";

    /** Nothing was paid in another currency than it is due in. */
    private static final String CURRENCY = """
            SELECT CONCAT(e.debtor, ' ', e.subject, ' ', e.currency, ' ', l.currency), e.amount, 0
            FROM (SELECT debtor, subject, currency, amount, line_id FROM receivable_entry WHERE recon_id = ? LIMIT ?) e
            JOIN statement_line l ON l.line_id = e.line_id WHERE l.currency <> e.currency""";

    /** Nothing of tonight stands in a cycle that is closed. */
    private static final String CLOSED = """
            SELECT CONCAT(c.debtor, ' ', c.cycle), 0, SUM(ABS(e.amount)) FROM closed_cycle c
            JOIN receivable_entry e ON e.debtor = c.debtor AND e.cycle = c.cycle AND e.recon_id = ? GROUP BY c.debtor, c.cycle""";

    /** Every open amount has a name: a break, or a parcel that is on its way, in its days of grace, proposed, or a credit. */
    private static final String GAP = """
            SELECT CONCAT(r.debtor, ' ', r.subject), r.gross + r.adjusted - r.settled - r.written_off, COALESCE(n.amount, 0) + COALESCE(s.amount, 0)
            FROM receivable r
            LEFT JOIN break_item n ON n.break_key = CONCAT('NOT_REMITTED:', r.debtor, ':', r.subject) AND n.is_open = 1
            LEFT JOIN break_item s ON s.break_key = CONCAT('SHORT:', r.debtor, ':', r.subject) AND s.is_open = 1
            WHERE r.is_open = 1 AND r.status <> 'SHIPPED' AND r.proposed = '' AND r.gross + r.adjusted - r.settled - r.written_off > 0
              AND (r.settled - r.tolerated > 0 OR r.attention IS NULL AND r.due_on IS NOT NULL AND r.due_on < ?)
              AND r.gross + r.adjusted - r.settled - r.written_off <> COALESCE(n.amount, 0) + COALESCE(s.amount, 0)""";

    private void prove(Equation equation) {
        jdbc.query(
                equation.sql(),
                (RowCallbackHandler) row -> {
                    var one = row.getBigDecimal(2);
                    var other = row.getBigDecimal(3);
                    throw broken(equation.rule(), row.getString(1), one, other);
                },
                equation.values().toArray());
    }

    private static Refusal broken(String rule, String about, BigDecimal one, BigDecimal other) {
        return Refusal.failed(
                Problem.at("reconcile", Message.PROOF_BROKEN, rule, about, one, other, one.subtract(other)));
    }

    private void total() {
        jdbc.update("DELETE FROM recon_total WHERE recon_id = ?", stores.round().id());
        jdbc.update("""
                INSERT INTO recon_total (recon_id, debtor, currency, open, held)
                SELECT ?, debtor, currency, SUM(open), SUM(held) FROM (
                    SELECT debtor, currency, gross + adjusted - settled - written_off AS open, 0 AS held FROM receivable WHERE is_open = 1
                    UNION ALL SELECT debtor, currency, 0, amount FROM suspense WHERE ends = '9999-12-31'
                    UNION ALL SELECT DISTINCT debtor, currency, 0, 0 FROM receivable_entry WHERE recon_id = ?
                    UNION ALL SELECT debtor, currency, 0, 0 FROM recon_total WHERE recon_id = (SELECT MAX(recon_id) FROM recon_run WHERE state = 'PUBLISHED')) a
                GROUP BY debtor, currency""", stores.round().id(), stores.round().id());
    }

    private void publish() {
        var digests = new RowDigests(jdbc);
        jdbc.update(
                "UPDATE recon_run SET state = 'PUBLISHED', input_digest = ?, result_digest = ? WHERE state = 'OPEN' AND recon_id <= ?",
                digests.input(),
                digests.result(),
                stores.round().id());
    }
}
