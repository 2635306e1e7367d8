package io.dayclose.cli;

import io.dayclose.calendar.DateSpan;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What {@code show} prints. The column names are read by other people's scripts and never change. */
enum Shown {
    FEEDS("""
            SELECT feed, night AS business_date, name AS source, read_count AS `read`, accepted, corrected, duplicate, waiting, returned, refused,
                   read_amount AS amount_read, accepted_amount AS amount_accepted
            FROM feed_source WHERE night BETWEEN ? AND ? AND state <> 'EMPTY' ORDER BY feed, night, source_id""", false),
    VOUCHERS("""
            SELECT v.feed, p.source, p.line, v.voucher_key AS `key`, v.decision, v.reason, v.column_name AS `column`,
                   v.value, v.first_seen, v.branch_code
            FROM voucher v JOIN voucher_place p ON p.voucher_id = v.voucher_id
            WHERE v.decision IN ('RETURNED', 'REFUSED') AND v.first_seen <= ? AND (v.resolved_on IS NULL OR v.resolved_on > ?)
            ORDER BY v.feed, v.first_seen, v.source_id, v.source_line, v.voucher_id""", true),
    MAIL("""
            SELECT o.report, o.scope_code AS scope, o.business_date, o.revision, m.recipient, m.state, m.attempts AS tries,
                   m.uncertain + (m.state = 'SENT') AS copies, m.next_try_at AS next_try, m.reply, m.sent_at, o.digest
            FROM outbox o JOIN outbox_mail m USING (outbox_id) WHERE o.business_date BETWEEN ? AND ?
            ORDER BY o.report, o.business_date, o.scope_code, o.revision, m.recipient""", false),
    /** What a night has changed of what was reported before: sales of earlier dates, master data, commission. */
    SINCE("""
            SELECT date, branch, what, payee, `before`, `after`, cause, source, who FROM (
                SELECT 1 AS part, s.business_date AS date, o.branch_code AS branch, 'net-sales' AS what, '' AS payee,
                       SUM(IF(s.night < ? AND (n.doc_no IS NULL OR n.night >= ?), IF(s.void = 'Y', 0, IF(s.kind = 'RETURN', -s.amount, s.amount)), 0)) AS `before`,
                       SUM(IF(s.night <= ? AND (n.doc_no IS NULL OR n.night > ?), IF(s.void = 'Y', 0, IF(s.kind = 'RETURN', -s.amount, s.amount)), 0)) AS `after`,
                       GROUP_CONCAT(DISTINCT CASE WHEN s.night = ? THEN IF(s.void = 'Y', 'VOIDED', IF(s.version > 1, 'CORRECTED', 'LATE')) WHEN n.night = ? THEN IF(n.void = 'Y', 'VOIDED', 'CORRECTED') END
                           ORDER BY s.version SEPARATOR ' ') AS cause,
                       GROUP_CONCAT(DISTINCT CASE WHEN s.night = ? THEN f.name WHEN n.night = ? THEN g.name END SEPARATOR ', ') AS source, '' AS who
                FROM (SELECT DISTINCT business_date FROM day_change WHERE night = ? AND feed = 'sale') d
                JOIN sale s ON s.business_date = d.business_date
                LEFT JOIN sale n ON n.doc_no = s.doc_no AND n.line_no = s.line_no AND n.version = s.version + 1
                LEFT JOIN feed_source f ON f.source_id = s.source_id
                LEFT JOIN feed_source g ON g.source_id = n.source_id
                JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND s.business_date >= o.valid_from AND (o.valid_until IS NULL OR s.business_date < o.valid_until)
                GROUP BY s.business_date, o.branch_code HAVING cause IS NOT NULL
                UNION ALL SELECT 2, c.business_date, '', c.feed, c.about, NULL, c.amount, c.kind, '', '' FROM day_change c WHERE c.night = ? AND c.kind = 'MASTER'
                UNION ALL SELECT 3, g.business_date, '', g.plan, g.payee_code,
                       (SELECT COALESCE(SUM(b.amount), 0) FROM ledger b WHERE b.plan = g.plan AND b.origin_month = g.origin_month AND b.payee_kind = g.payee_kind
                            AND b.payee_code = g.payee_code AND b.type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK') AND b.entry_id < g.first_entry),
                       (SELECT COALESCE(SUM(b.amount), 0) FROM ledger b WHERE b.plan = g.plan AND b.origin_month = g.origin_month AND b.payee_kind = g.payee_kind
                            AND b.payee_code = g.payee_code AND b.type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK') AND b.entry_id <= g.last_entry),
                       g.cause, g.posted_by, COALESCE(d.decided_by, '')
                FROM (SELECT business_date, plan, payee_kind, payee_code, origin_month, cause, posted_by, MIN(entry_id) AS first_entry, MAX(entry_id) AS last_entry
                      FROM ledger WHERE business_date = ? AND cause NOT IN ('SALE', 'RETURN') AND type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK')
                      GROUP BY business_date, plan, payee_kind, payee_code, origin_month, cause, posted_by) g
                LEFT JOIN decision d ON g.posted_by = CONCAT('decision ', d.decision_id)) a
            ORDER BY part, date, branch, what, payee, cause, source""", true),
    /** Of a closed month: what stood when it was closed. */
    COMMISSION("""
            SELECT a.plan, a.payee_code AS payee, a.origin_month AS period, a.measure, a.earned + a.adjusted + a.clawed AS earned,
                   a.earned + a.adjusted + a.clawed - a.held - a.forfeited AS payable, a.held, a.forfeited, a.reason
            FROM (SELECT m.* FROM account_month m LEFT JOIN closed_month c ON c.month = m.origin_month WHERE c.month IS NULL
                  UNION ALL SELECT * FROM closed_account) a
            WHERE a.origin_month BETWEEN DATE_FORMAT(?, '%Y-%m') AND DATE_FORMAT(?, '%Y-%m') AND (a.line_count > 0 OR a.earned <> 0 OR a.adjusted <> 0 OR a.clawed <> 0)
            ORDER BY a.plan, a.payee_code, a.origin_month, a.payee_kind""", false),
    LEDGER("""
            SELECT entry_id AS entry, plan, payee_code AS payee, origin_month, posting_month, business_date, type, cause, amount
            FROM ledger WHERE posting_month BETWEEN DATE_FORMAT(?, '%Y-%m') AND DATE_FORMAT(?, '%Y-%m') ORDER BY entry_id""", false),
    SETTLEMENT("""
            SELECT s.payee_code AS payee, s.month AS period, s.opening, s.payable, s.net, s.paid, s.carried, IF(c.month IS NULL, 'DRAFT', s.state) AS state
            FROM settlement s LEFT JOIN closed_month c ON c.month = s.month
            WHERE s.month BETWEEN DATE_FORMAT(?, '%Y-%m') AND DATE_FORMAT(?, '%Y-%m') ORDER BY s.payee_code, s.month, s.payee_kind""", false),
    /** Of a draft the last figures, else the frozen ones. */
    BONUS("""
            SELECT m.bonus, m.month AS period, f.person_code AS participant, f.score, f.multiple, f.amount,
                   IF(m.state = 'DRAFT' AND s.missing <> '', 'INCOMPLETE', m.state) AS state, f.reason
            FROM bonus_plan_month m JOIN bonus_sheet s ON s.sheet_id = m.sheet_id JOIN bonus_figure f ON f.sheet_id = m.sheet_id
            WHERE m.month BETWEEN DATE_FORMAT(?, '%Y-%m') AND DATE_FORMAT(?, '%Y-%m') ORDER BY m.bonus, m.month, f.person_code""", false),
    PAYOUT("""
            SELECT s.payee_code AS payee, s.month AS period, s.paid AS amount, s.bank_account
            FROM settlement s JOIN closed_month c ON c.month = s.month
            WHERE s.month BETWEEN DATE_FORMAT(?, '%Y-%m') AND DATE_FORMAT(?, '%Y-%m') AND s.paid > 0 ORDER BY s.payee_code, s.month, s.payee_kind""", false),
    DEPOSITS("""
            SELECT d.dealer_code AS dealer, d.balance, d.required, IF(d.ended, 0, GREATEST(d.required - d.balance, 0)) AS top_up_due,
                   IF(d.ended, d.balance, 0) AS refund_due, d.contract_to
            FROM (
                SELECT r.dealer_code, COALESCE(b.balance, 0) AS balance, COALESCE(r.deposit_required, 0) AS required,
                       COALESCE(r.contract_to < ?, FALSE) AS ended, r.contract_to
                FROM dealer_dated r
                LEFT JOIN (SELECT m.dealer_code, SUM(IF(m.type = 'PAID', m.amount, -m.amount)) AS balance FROM deposit_movement m
                           LEFT JOIN deposit_movement n ON n.entry_no = m.entry_no AND n.version = m.version + 1
                           WHERE n.entry_no IS NULL AND m.entry_date <= ? GROUP BY m.dealer_code) b ON b.dealer_code = r.dealer_code
                WHERE r.valid_from <= ? AND (r.valid_until IS NULL OR r.valid_until > ?)) d
            ORDER BY d.dealer_code""", true),
    DECISIONS("""
            SELECT decision_id AS id, kind, state, plan, payee_code AS payee, gate, month AS period, amount, bank_account, reason, proposed_by, proposed_at,
                   answer, decided_by, decided_at, detail, outcome
            FROM decision ORDER BY decision_id""", false),
    UNCREDITED("""
            SELECT business_date AS date, plan, reason, outlet_code AS outlet, detail, line_count AS `lines`, net_amount, first_doc_no AS first_document
            FROM uncredited WHERE business_date BETWEEN ? AND ? ORDER BY business_date, plan, reason, outlet_code, detail""", false),
    /** What a receivable came to by its movements until then, and where its parcel was by then. */
    RECEIVABLES("""
            SELECT a.kind, a.debtor, a.subject, a.gross, a.adjusted, a.settled, a.written_off, a.gross + a.adjusted - a.settled - a.written_off AS open,
                   a.due_on, a.cycle,
                   CASE WHEN a.gross + a.adjusted - a.settled - a.written_off <= 0 THEN IF(a.settled > 0, 'SETTLED', IF(a.written_off > 0, 'WRITTEN_OFF', 'CANCELLED'))
                        WHEN a.settled - a.tolerated > 0 THEN 'PARTIAL' WHEN a.reversed THEN 'REOPENED' WHEN a.on_its_way THEN 'EXPECTED' ELSE 'DUE' END AS state
            FROM (SELECT r.kind, r.debtor, r.subject, r.due_on, r.cycle,
                         SUM(IF(e.what = 'GROSS', e.amount, 0)) AS gross, SUM(IF(e.what = 'ADJUST', e.amount, 0)) AS adjusted,
                         SUM(IF(e.what IN ('LINE', 'SUSPENSE', 'RECEIPT', 'TOLERANCE', 'REVERSAL', 'CREDIT'), e.amount, 0)) AS settled,
                         SUM(IF(e.what = 'TOLERANCE', e.amount, 0)) AS tolerated, SUM(IF(e.what = 'WRITE_OFF', e.amount, 0)) AS written_off,
                         MAX(e.what = 'REVERSAL') AS reversed, r.status = 'SHIPPED' OR r.status_on > ? AS on_its_way
                  FROM receivable r JOIN receivable_entry e ON e.debtor = r.debtor AND e.subject = r.subject AND e.kind = r.kind AND e.night <= ?
                  WHERE r.since <= ? GROUP BY r.kind, r.debtor, r.subject, r.due_on, r.cycle, r.status, r.status_on) a
            WHERE a.gross <> 0 ORDER BY a.kind, a.debtor, a.subject""", true),
    BREAKS("""
            SELECT b.break_key AS `key`, b.type, b.debtor, b.subject, e.amount, b.first_seen, COALESCE(e.age_days, DATEDIFF(?, e.basis)) AS age_days, e.state, e.owner, e.why
            FROM break_item b JOIN break_event e ON e.event_id = (SELECT MAX(x.event_id) FROM break_event x WHERE x.break_id = b.break_id AND x.night <= ?)
            WHERE b.first_seen <= ? ORDER BY b.type, b.debtor, b.subject""", true),
    SUSPENSE("""
            SELECT debtor, source, subject, amount, since, reason FROM suspense WHERE begins <= ? AND ends > ? ORDER BY debtor, source, subject""", true),
    /**
     * How each shelf came from the opening of the first day to the closing of the last one; where it stands now, less what came after. What
     * was declared and counted of a shelf stands once, on its owned row, else on its consigned one; an empty shelf has a row for it.
     */
    STOCK("""
            SELECT outlet_code AS outlet, product_code AS product, ownership, as_of, opening, received, sold, returned, other_in, other_out, closing,
                   IF(nth = 1, declared, NULL) AS declared, IF(nth = 1, counted, NULL) AS counted
            FROM (
                SELECT a.*, ROW_NUMBER() OVER (PARTITION BY outlet_code, product_code ORDER BY moved DESC, ownership DESC) AS nth
                FROM (
                    SELECT c.outlet_code, c.product_code, c.ownership, s.t AS as_of, c.closing - COALESCE(d.later, 0) - COALESCE(d.net, 0) AS opening,
                           COALESCE(d.received, 0) AS received, COALESCE(d.sold, 0) AS sold, COALESCE(d.returned, 0) AS returned,
                           COALESCE(d.other_in, 0) AS other_in, COALESCE(d.other_out, 0) AS other_out, c.closing - COALESCE(d.later, 0) AS closing,
                           q.quantity AS declared, v.counted,
                           c.closing - COALESCE(d.later, 0) <> 0 OR COALESCE(d.net, 0) <> 0
                               OR COALESCE(d.received + d.sold + d.returned + d.other_in + d.other_out, 0) <> 0 AS moved
                    FROM (SELECT CAST(? AS DATE) AS f, CAST(? AS DATE) AS t) s
                    JOIN (SELECT outlet_code, product_code, 'OWNED' AS ownership, owned AS closing FROM stock_cell
                          UNION ALL SELECT outlet_code, product_code, 'CONSIGNED', consigned FROM stock_cell
                          UNION ALL SELECT DISTINCT q.outlet_code, q.product_code, 'OWNED', 0 FROM stock_declared q
                              LEFT JOIN stock_cell e ON e.outlet_code = q.outlet_code AND e.product_code = q.product_code WHERE e.outlet_code IS NULL) c
                    LEFT JOIN (
                        SELECT outlet_code, product_code, ownership, SUM(IF(business_date > t, closing - opening, 0)) AS later, SUM(IF(business_date > t, 0, closing - opening)) AS net,
                               SUM(IF(business_date > t, 0, received)) AS received, SUM(IF(business_date > t, 0, sold)) AS sold, SUM(IF(business_date > t, 0, returned)) AS returned,
                               SUM(IF(business_date > t, 0, transfer_in + GREATEST(adjusted, 0) + GREATEST(counted, 0))) AS other_in,
                               SUM(IF(business_date > t, 0, transfer_out + pulled_back + damaged + gifted + GREATEST(-adjusted, 0) + GREATEST(-counted, 0))) AS other_out
                        FROM stock_day JOIN (SELECT CAST(? AS DATE) AS f, CAST(? AS DATE) AS t) s ON business_date >= f
                        GROUP BY outlet_code, product_code, ownership) d
                        ON d.outlet_code = c.outlet_code AND d.product_code = c.product_code AND d.ownership = c.ownership
                    LEFT JOIN (
                        SELECT y.outlet_code, y.product_code, y.quantity, ROW_NUMBER() OVER (PARTITION BY y.outlet_code, y.product_code ORDER BY y.as_of DESC) AS nth
                        FROM stock_declared y
                        JOIN (SELECT CAST(? AS DATE) AS f, CAST(? AS DATE) AS t) s ON y.as_of BETWEEN f AND t
                        LEFT JOIN stock_declared x ON x.outlet_code = y.outlet_code AND x.product_code = y.product_code AND x.as_of = y.as_of AND x.version = y.version + 1
                        WHERE x.as_of IS NULL) q ON q.outlet_code = c.outlet_code AND q.product_code = c.product_code AND q.nth = 1
                    LEFT JOIN (
                        SELECT outlet_code, product_code, counted,
                               ROW_NUMBER() OVER (PARTITION BY outlet_code, product_code ORDER BY business_date DESC, count_no DESC, line_no DESC) AS nth
                        FROM stock_variance JOIN (SELECT CAST(? AS DATE) AS f, CAST(? AS DATE) AS t) s ON business_date BETWEEN f AND t
                        ) v ON v.outlet_code = c.outlet_code AND v.product_code = c.product_code AND v.nth = 1
                ) a
                WHERE moved OR ownership = 'OWNED' AND (declared IS NOT NULL OR counted IS NOT NULL)
            ) b
            WHERE moved OR nth = 1
            ORDER BY outlet_code, product_code, ownership DESC""", false),
    /** Each figure with its metric's decimals. */
    TARGETS("""
            SELECT business_date AS date, metric, scope_kind, scope_code, REPLACE(FORMAT(target, decimals), ',', '') AS target,
                   REPLACE(FORMAT(actual, decimals), ',', '') AS actual, REPLACE(FORMAT(mtd_target, decimals), ',', '') AS mtd_target,
                   REPLACE(FORMAT(mtd_actual, decimals), ',', '') AS mtd_actual, REPLACE(FORMAT(needed_per_day, decimals), ',', '') AS needed_per_day,
                   REPLACE(FORMAT(forecast, decimals), ',', '') AS forecast
            FROM target_day WHERE business_date BETWEEN ? AND ?
            ORDER BY business_date, metric, FIELD(scope_kind, 'COMPANY', 'BRANCH', 'OUTLET', 'DEALER', 'PERSON'), scope_code""", false),
    AUDIT("""
            SELECT at, who, what, about, detail FROM (
                SELECT e.at, e.who, e.what, CONCAT(r.job, ' ', r.business_date) AS about, COALESCE(e.detail, '') AS detail, 1 AS part, e.event_id AS nth FROM job_event e JOIN job_run r ON r.run_id = e.run_id
                UNION ALL SELECT proposed_at, proposed_by, CONCAT('PROPOSED ', kind), CONCAT_WS(' ', decision_id, NULLIF(plan, ''), NULLIF(payee_code, ''), NULLIF(gate, ''), NULLIF(month, ''), NULLIF(detail, '')), reason, 2, decision_id FROM decision
                UNION ALL SELECT decided_at, decided_by, CONCAT(IF(state = 'LAPSED', 'APPROVED', state), ' ', kind), CONCAT_WS(' ', decision_id, NULLIF(plan, ''), NULLIF(payee_code, ''), NULLIF(gate, ''), NULLIF(month, ''), NULLIF(detail, '')), CONCAT_WS(' ', NULLIF(answer, ''), NULLIF(outcome, '')), 3, decision_id FROM decision WHERE decided_at IS NOT NULL
                UNION ALL SELECT done_at, done_by, CONCAT(kind, ' BONUS'), CONCAT_WS(' ', bonus, month, NULLIF(step, '')), CONCAT_WS(' ', NULLIF(reason, ''), LEFT(digest, 12)), 5, event_id FROM bonus_event
                UNION ALL SELECT closed_at, closed_by, 'CLOSED MONTH', month, COALESCE(reason, ''), 4, 0 FROM closed_month) a
            ORDER BY at, part, nth""", false);

    private final String sql;
    private final boolean atEnd;

    /** @param atEnd whether the rows are those that stood at the end of the span, rather than those that fall into it */
    Shown(String sql, boolean atEnd) {
        this.sql = sql;
        this.atEnd = atEnd;
    }

    LocalDate lastDate(JdbcTemplate jdbc) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "SELECT COALESCE((SELECT MAX(business_date) FROM business_day), (SELECT MAX(business_date) FROM job_run WHERE state = 'COMPLETED'))",
                        LocalDate.class))
                .orElse(LocalDate.EPOCH);
    }

    Rows query(JdbcTemplate jdbc, DateSpan span) {
        var parameters = new ArrayList<Object>();
        for (long mark = sql.chars().filter(each -> each == '?').count(); mark > 0; mark--) {
            parameters.add(atEnd || mark % 2 == 1 ? span.to() : span.from());
        }
        return rows(jdbc, sql, parameters.toArray());
    }

    /** The rows of a query with its column names. */
    static Rows rows(JdbcTemplate jdbc, String sql, Object... parameters) {
        var rows = jdbc.query(
                sql,
                result -> {
                    var columns = new ArrayList<String>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        columns.add(result.getMetaData().getColumnLabel(i));
                    }
                    var found = new Rows(columns);
                    while (result.next()) {
                        List<@Nullable Object> row = new ArrayList<>();
                        for (int i = 1; i <= columns.size(); i++) {
                            row.add(plain(result.getObject(i)));
                        }
                        found.add(row);
                    }
                    return found;
                },
                parameters);
        return rows == null ? new Rows(List.of()) : rows;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof LocalDateTime || value instanceof Timestamp
                ? value.toString().replace('T', ' ').replaceFirst("\\.0$", "")
                : value;
    }
}
