package io.dayclose.consignment.reconcile;

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
final class Proof {
    private final Desk desk;
    private final JdbcTemplate jdbc;

    Proof(Desk desk) {
        this.desk = desk;
        jdbc = desk.jdbc();
    }

    /**
     * One equation: rows of a debtor and the two figures that must be equal.
     *
     * @param rule as in the list of invariants
     */
    private record Equation(String rule, String sql, List<Object> values) {}

    void prove() {
        total();
        equations().forEach(this::prove);
        publish();
    }

    private List<Equation> equations() {
        Object round = desk.round().id();
        return List.of(
                new Equation("I2", ENTRIES_OF_RECEIVABLES, List.of(round)),
                new Equation("I2", ENTRIES_OF_LINES, List.of(round)),
                new Equation("I4", LINES_WHOLE, List.of(round)),
                new Equation("I5", CONTINUITY, List.of(round, round)),
                new Equation("I4", SUSPENSE, List.of()),
                new Equation("I7", FOOTED, List.of(desk.asOf(), round)),
                new Equation("I9", BANK, List.of(round)),
                new Equation("I6", GAP, List.of(desk.asOf())));
    }

    /** Receivables that moved: what is kept is the sum of their movements. */
    private static final String ENTRIES_OF_RECEIVABLES = """
            SELECT CONCAT(r.debtor, ' ', r.subject), r.gross + r.adjusted - r.settled - r.written_off,
                   SUM(CASE WHEN e.what IN ('GROSS', 'ADJUST') THEN e.amount ELSE -e.amount END)
            FROM (SELECT DISTINCT kind, debtor, subject FROM receivable_entry WHERE recon_id = ?) t
            JOIN receivable r ON r.kind = t.kind AND r.debtor = t.debtor AND r.subject = t.subject
            JOIN receivable_entry e ON e.debtor = t.debtor AND e.subject = t.subject AND e.kind = t.kind
            GROUP BY r.kind, r.debtor, r.subject, r.gross, r.adjusted, r.settled, r.written_off
            HAVING r.gross + r.adjusted - r.settled - r.written_off <> SUM(CASE WHEN e.what IN ('GROSS', 'ADJUST') THEN e.amount ELSE -e.amount END)""";

    /** Lines that moved: what they have placed is what receivables say they were paid by them. */
    private static final String ENTRIES_OF_LINES = """
            SELECT CONCAT(l.carrier_code, ' ', l.statement_no, '/', l.line_no), l.placed, SUM(IF(e.what = 'TOLERANCE' OR e.what = 'WRITE_OFF', 0, e.amount))
            FROM (SELECT DISTINCT line_id FROM receivable_entry WHERE recon_id = ? AND line_id <> 0) t
            JOIN statement_line l ON l.line_id = t.line_id JOIN receivable_entry e ON e.line_id = t.line_id
            GROUP BY l.line_id, l.carrier_code, l.statement_no, l.line_no, l.placed
            HAVING l.placed <> SUM(IF(e.what = 'TOLERANCE' OR e.what = 'WRITE_OFF', 0, e.amount))""";

    /** Lines of tonight: every yuan is placed, netted, tolerated, uncovered or held. */
    private static final String LINES_WHOLE = """
            SELECT CONCAT(l.carrier_code, ' ', l.statement_no, '/', l.line_no), l.gross + l.restated, l.placed + l.netted + l.tolerated + l.uncovered + l.held
            FROM statement_line l JOIN recon_run r ON r.recon_id = ?
            JOIN carrier_statement c ON c.carrier_code = l.carrier_code AND c.statement_no = l.statement_no
            WHERE l.state = 'LIVE' AND l.type NOT IN ('FEE', 'CARRY') AND c.since = r.as_of
              AND l.gross + l.restated <> l.placed + l.netted + l.tolerated + l.uncovered + l.held""";

    /** What was open before and what moved tonight is what is open now. */
    private static final String CONTINUITY = """
            SELECT t.debtor, t.open, COALESCE(b.open, 0) + COALESCE(e.moved, 0) FROM recon_total t
            LEFT JOIN recon_total b ON b.debtor = t.debtor AND b.currency = t.currency AND b.recon_id = (SELECT MAX(recon_id) FROM recon_run WHERE state = 'PUBLISHED')
            LEFT JOIN (SELECT e.debtor, r.currency, SUM(CASE WHEN e.what IN ('GROSS', 'ADJUST') THEN e.amount ELSE -e.amount END) AS moved
                       FROM receivable_entry e JOIN receivable r ON r.kind = e.kind AND r.debtor = e.debtor AND r.subject = e.subject
                       WHERE e.recon_id = ? GROUP BY e.debtor, r.currency) e ON e.debtor = t.debtor AND e.currency = t.currency
            WHERE t.recon_id = ? AND t.open <> COALESCE(b.open, 0) + COALESCE(e.moved, 0)""";

    /** What waits for lines is what stands in suspense. */
    private static final String SUSPENSE = """
            SELECT s.debtor, s.amount, COALESCE(l.held, 0) + COALESCE(p.held, 0) FROM
                (SELECT debtor, SUM(amount) AS amount FROM suspense WHERE ends = '9999-12-31' AND reason <> 'CREDIT' GROUP BY debtor) s
            LEFT JOIN (SELECT l.carrier_code, SUM(l.held) AS held FROM suspense u JOIN statement_line l ON l.line_id = u.line_id
                       WHERE u.ends = '9999-12-31' AND u.line_id <> 0 GROUP BY l.carrier_code) l ON l.carrier_code = s.debtor
            LEFT JOIN (SELECT payer_code, SUM(held) AS held FROM placed_receipt WHERE is_open = 1 GROUP BY payer_code) p ON p.payer_code = s.debtor
            WHERE s.amount <> COALESCE(l.held, 0) + COALESCE(p.held, 0)""";

    /** Statements of tonight: the lines that live and those left out are as many as it states, and sum up to it. */
    private static final String FOOTED = """
            SELECT CONCAT(c.carrier_code, ' ', c.statement_no), c.line_count, COUNT(l.line_id) + c.skipped
            FROM carrier_statement c JOIN recon_run r ON r.as_of = ? AND r.recon_id = ?
            LEFT JOIN statement_line l ON l.carrier_code = c.carrier_code AND l.statement_no = c.statement_no AND l.state = 'LIVE'
            WHERE c.revision >= 0 AND c.since = r.as_of
            GROUP BY c.carrier_code, c.statement_no, c.line_count, c.skipped HAVING c.line_count <> COUNT(l.line_id) + c.skipped""";

    /** Statements whose money moved tonight: what they have received is the sum of the receipts' parts. */
    private static final String BANK = """
            SELECT CONCAT(c.carrier_code, ' ', c.statement_no), c.received, SUM(b.amount)
            FROM (SELECT DISTINCT carrier_code, statement_no FROM bank_leg WHERE recon_id = ?) t
            JOIN carrier_statement c ON c.carrier_code = t.carrier_code AND c.statement_no = t.statement_no
            JOIN bank_leg b ON b.carrier_code = t.carrier_code AND b.statement_no = t.statement_no
            GROUP BY c.carrier_code, c.statement_no, c.received HAVING c.received <> SUM(b.amount)""";

    /** Every open amount has a name: a break, or a parcel that is on its way, in its days of grace, proposed, or a credit. */
    private static final String GAP = """
            SELECT CONCAT(r.debtor, ' ', r.subject), r.gross + r.adjusted - r.settled - r.written_off, COALESCE(SUM(b.amount), 0)
            FROM receivable r LEFT JOIN break_item b ON b.debtor = r.debtor AND b.subject = r.subject AND b.is_open = 1 AND b.type IN ('NOT_REMITTED', 'SHORT')
            WHERE r.is_open = 1 AND r.status <> 'SHIPPED' AND r.proposed = '' AND r.gross + r.adjusted - r.settled - r.written_off > 0
              AND (r.settled - r.tolerated > 0 OR r.attention IS NULL AND r.due_on IS NOT NULL AND r.due_on < ?)
            GROUP BY r.kind, r.debtor, r.subject, r.gross, r.adjusted, r.settled, r.written_off
            HAVING r.gross + r.adjusted - r.settled - r.written_off <> COALESCE(SUM(b.amount), 0)""";

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
        jdbc.update("DELETE FROM recon_total WHERE recon_id = ?", desk.round().id());
        jdbc.update("""
                INSERT INTO recon_total (recon_id, debtor, currency, open, held)
                SELECT ?, debtor, currency, SUM(open), SUM(held) FROM (
                    SELECT debtor, currency, gross + adjusted - settled - written_off AS open, 0 AS held FROM receivable WHERE is_open = 1
                    UNION ALL SELECT debtor, currency, 0, amount FROM suspense WHERE ends = '9999-12-31'
                    UNION ALL SELECT DISTINCT e.debtor, r.currency, 0, 0 FROM receivable_entry e
                        JOIN receivable r ON r.kind = e.kind AND r.debtor = e.debtor AND r.subject = e.subject WHERE e.recon_id = ?
                    UNION ALL SELECT debtor, currency, 0, 0 FROM recon_total WHERE recon_id = (SELECT MAX(recon_id) FROM recon_run WHERE state = 'PUBLISHED')) a
                GROUP BY debtor, currency""", desk.round().id(), desk.round().id());
    }

    private void publish() {
        jdbc.update(
                "UPDATE recon_run SET state = 'PUBLISHED' WHERE recon_id = ?",
                desk.round().id());
    }
}
