-- The figures of the first sheet: one row. Amounts are of the currency most of the books are in; currencies are never mixed.
-- What has moved since the business date is taken off again, so that an old date gives the same whenever it is asked.
WITH mine AS (
    SELECT dealer_code FROM dealer_dated
    WHERE valid_from <= :business_date AND valid_until > :business_date AND branch_code = :scope_code
), money AS (
    SELECT currency FROM recon_total WHERE recon_id = (SELECT MAX(recon_id) FROM recon_total)
    GROUP BY currency ORDER BY COUNT(*) DESC, currency LIMIT 1
), owed AS (
    SELECT dealer_code, currency, due_on, gross + adjusted - settled - written_off AS open
    FROM receivable WHERE is_open = 1 AND status <> 'SHIPPED'
    UNION ALL
    SELECT r.dealer_code, r.currency, r.due_on, IF(e.what IN ('GROSS', 'ADJUST'), -e.amount, e.amount)
    FROM receivable_entry e
    JOIN receivable r ON r.kind = e.kind AND r.debtor = e.debtor AND r.subject = e.subject
    WHERE e.cycle <> '' AND e.recon_id > (SELECT COALESCE(MAX(recon_id), 0) FROM recon_run WHERE as_of <= :business_date)
), due AS (
    SELECT COALESCE(SUM(o.open), 0) AS open_amount, COALESCE(SUM(IF(o.due_on < :business_date, o.open, 0)), 0) AS overdue
    FROM owed o JOIN money y ON y.currency = o.currency
    WHERE :scope_code IS NULL OR o.dealer_code IN (SELECT dealer_code FROM mine)
), broken AS (
    SELECT b.type, e.amount, ROW_NUMBER() OVER (ORDER BY e.amount DESC, b.break_id) AS place
    FROM break_item b
    JOIN break_event e ON e.event_id = (SELECT MAX(x.event_id) FROM break_event x WHERE x.break_id = b.break_id AND x.night <= :business_date)
    LEFT JOIN receivable r ON b.scope = 'WAYBILL' AND r.kind = 'COD' AND r.debtor = b.debtor AND r.subject = b.subject
    WHERE b.is_open >= (SELECT IF(MAX(as_of) > :business_date, 0, 1) FROM recon_run)
      AND b.first_seen <= :business_date AND e.state NOT IN ('AUTO_CLEARED', 'RESOLVED')
      AND (:scope_code IS NULL OR IF(b.scope = 'DEALER', b.debtor, r.dealer_code) IN (SELECT dealer_code FROM mine))
), breaks AS (
    SELECT COUNT(*) AS breaks, COALESCE(SUM(amount), 0) AS break_amount,
           SUM(IF(place <= 10, amount, 0)) / NULLIF(SUM(amount), 0) AS top_share
    FROM broken
), waiting AS (
    SELECT COALESCE(SUM(s.amount), 0) AS suspense, MAX(DATEDIFF(:business_date, s.since)) AS suspense_days
    FROM suspense s JOIN money y ON y.currency = s.currency
    WHERE s.begins <= :business_date AND s.ends > :business_date
      AND (:scope_code IS NULL OR s.debtor IN (SELECT dealer_code FROM mine)
        OR EXISTS (SELECT 1 FROM receivable r JOIN mine m ON m.dealer_code = r.dealer_code
                   WHERE r.kind = 'COD' AND r.debtor = s.debtor AND r.waybill = s.subject))
), latest AS (
    SELECT carrier_code, cycle FROM (
        SELECT carrier_code, cycle, ROW_NUMBER() OVER (PARTITION BY carrier_code ORDER BY period_to DESC, period_from DESC, cycle DESC) AS place
        FROM carrier_statement WHERE since <= :business_date AND state IN ('FOOTED', 'BANK_CONFIRMED')) s
    WHERE place = 1
), by_hand AS (
    SELECT e.line_id, SUM(e.amount) AS amount
    FROM decision d
    JOIN receivable_entry e ON e.recon_id = d.done_in AND e.decision_id = d.decision_id AND e.line_id <> 0
    WHERE d.kind = 'MATCH' AND d.state = 'APPROVED' AND d.done_in > 0 AND d.decided_at >= :business_date - INTERVAL 45 DAY
    GROUP BY e.line_id
), collected AS (
    SELECT SUM(l.type = 'COLLECT') AS line_count, SUM(IF(l.type = 'COLLECT', l.gross, 0)) AS gross,
           SUM(l.type = 'COLLECT' AND l.placed <> 0 AND l.placed <> COALESCE(h.amount, 0)) AS auto_count,
           SUM(IF(l.type = 'COLLECT', l.placed - COALESCE(h.amount, 0), 0)) AS auto_amount,
           COALESCE(SUM(l.spent + l.tolerated), 0) AS tolerated
    FROM latest t
    JOIN carrier_statement c ON c.carrier_code = t.carrier_code AND c.cycle = t.cycle AND c.state IN ('FOOTED', 'BANK_CONFIRMED')
    JOIN statement_line l ON l.carrier_code = c.carrier_code AND l.statement_no = c.statement_no AND l.state = 'LIVE'
    LEFT JOIN by_hand h ON h.line_id = l.line_id
    WHERE :scope_code IS NULL
), paid AS (
    SELECT c.carrier_code, c.statement_no, e.pass, e.amount, r.status_on
    FROM latest t
    JOIN carrier_statement c ON c.carrier_code = t.carrier_code AND c.cycle = t.cycle AND c.state IN ('FOOTED', 'BANK_CONFIRMED')
    JOIN statement_line l ON l.carrier_code = c.carrier_code AND l.statement_no = c.statement_no AND l.state = 'LIVE' AND l.type = 'COLLECT' AND l.placed <> 0
    JOIN receivable_entry e ON e.line_id = l.line_id AND e.what IN ('LINE', 'SUSPENSE') AND e.decision_id = 0
    JOIN receivable r ON r.kind = e.kind AND r.debtor = e.debtor AND r.subject = e.subject
    WHERE :scope_code IS NULL
), passes AS (
    SELECT SUM(IF(pass = 3, amount, 0)) AS exact, SUM(IF(pass = 4, amount, 0)) AS in_key,
           SUM(IF(pass = 5, amount, 0)) AS alias, SUM(IF(pass = 6, amount, 0)) AS batch
    FROM paid
), banked AS (
    SELECT g.carrier_code, g.statement_no, MAX(p.received_on) AS banked_on, SUM(IF(p.received_on <= c.pay_by, g.amount, 0)) AS in_time
    FROM carrier_statement c
    JOIN bank_leg g ON g.carrier_code = c.carrier_code AND g.statement_no = c.statement_no AND g.night <= :business_date
    JOIN placed_receipt p ON p.receipt_no = g.receipt_no
    WHERE :scope_code IS NULL AND c.since <= :business_date AND c.pay_by >= :business_date - INTERVAL 3 MONTH
    GROUP BY g.carrier_code, g.statement_no
), days AS (
    SELECT DATEDIFF(b.banked_on, p.status_on) AS days,
           ROW_NUMBER() OVER (ORDER BY DATEDIFF(b.banked_on, p.status_on)) AS place, COUNT(*) OVER () AS parcels
    FROM paid p JOIN banked b ON b.carrier_code = p.carrier_code AND b.statement_no = p.statement_no
), middle AS (
    SELECT ROUND(AVG(days)) AS median_days FROM days WHERE place IN (FLOOR((parcels + 1) / 2), CEIL((parcels + 1) / 2))
), punctual AS (
    SELECT GROUP_CONCAT(CONCAT(carrier_code, ' ', ROUND(100 * in_time / due, 1), '%') ORDER BY carrier_code SEPARATOR ' · ') AS on_time
    FROM (
        SELECT carrier_code, SUM(due) AS due, SUM(in_time) AS in_time FROM (
            SELECT c.carrier_code, c.payable AS due, LEAST(COALESCE(b.in_time, 0), c.payable) AS in_time
            FROM carrier_statement c LEFT JOIN banked b ON b.carrier_code = c.carrier_code AND b.statement_no = c.statement_no
            WHERE :scope_code IS NULL AND c.since <= :business_date AND c.state IN ('FOOTED', 'BANK_CONFIRMED')
              AND c.pay_by BETWEEN :business_date - INTERVAL 3 MONTH AND :business_date
            UNION ALL
            SELECT b.debtor, e.amount, 0
            FROM break_item b
            JOIN break_event e ON e.event_id = (SELECT MAX(x.event_id) FROM break_event x WHERE x.break_id = b.break_id AND x.night <= :business_date)
            WHERE :scope_code IS NULL AND b.type = 'STATEMENT_MISSING' AND b.first_seen <= :business_date
              AND e.state NOT IN ('AUTO_CLEARED', 'RESOLVED')) f
        GROUP BY carrier_code HAVING SUM(due) > 0) o
), written AS (
    SELECT COALESCE(SUM(w.amount), 0) AS written_off FROM (
        SELECT DISTINCT e.entry_id, e.amount
        FROM decision d
        JOIN receivable_entry e ON e.debtor = SUBSTRING_INDEX(SUBSTRING_INDEX(d.detail, ':', 2), ':', -1)
            AND e.subject = SUBSTRING(d.detail, CHAR_LENGTH(SUBSTRING_INDEX(d.detail, ':', 2)) + 2)
            AND e.kind = SUBSTRING_INDEX(d.detail, ':', 1) AND e.what = 'WRITE_OFF'
        JOIN receivable r ON r.kind = e.kind AND r.debtor = e.debtor AND r.subject = e.subject
        JOIN money y ON y.currency = r.currency
        WHERE d.kind = 'WRITE_OFF' AND d.state = 'APPROVED' AND d.done_in > 0 AND e.night BETWEEN :from AND :business_date
          AND (:scope_code IS NULL OR r.dealer_code IN (SELECT dealer_code FROM mine))) w
), papers AS (
    SELECT COUNT(DISTINCT p.carrier_code, p.cycle) AS expected, COUNT(DISTINCT p.carrier_code, IF(p.came, p.cycle, NULL)) AS came,
           COALESCE(SUM(p.quarantined), 0) AS quarantined
    FROM (
        SELECT carrier_code, cycle, state IN ('FOOTED', 'BANK_CONFIRMED') AS came, state = 'QUARANTINED' OR fault_why <> '' AS quarantined
        FROM carrier_statement
        WHERE since <= :business_date AND pay_by BETWEEN :business_date - INTERVAL 30 DAY AND :business_date
        UNION ALL
        SELECT b.debtor, SUBSTRING_INDEX(SUBSTRING(b.subject, CHAR_LENGTH(b.debtor) + 2), ' ', 1), 0, 0
        FROM break_item b
        JOIN break_event e ON e.event_id = (SELECT MAX(x.event_id) FROM break_event x WHERE x.break_id = b.break_id AND x.night <= :business_date)
        WHERE b.type = 'STATEMENT_MISSING' AND b.is_open >= (SELECT IF(MAX(as_of) > :business_date, 0, 1) FROM recon_run)
          AND b.first_seen <= :business_date AND e.state NOT IN ('AUTO_CLEARED', 'RESOLVED')) p
)
SELECT k.breaks, k.break_amount, k.top_share, d.open_amount, d.overdue,
       c.auto_count / NULLIF(c.line_count, 0) AS auto_rate, c.auto_amount / NULLIF(c.gross, 0) AS auto_amount_rate,
       s.exact / NULLIF(c.gross, 0) AS exact_rate, s.in_key / NULLIF(c.gross, 0) AS in_key_rate,
       s.alias / NULLIF(c.gross, 0) AS alias_rate, s.batch / NULLIF(c.gross, 0) AS batch_rate, o.on_time, m.median_days,
       w.suspense, w.suspense_days, c.tolerated, t.written_off,
       IF(:scope_code IS NULL, CONCAT(p.came, ' / ', p.expected), NULL) AS papers,
       IF(:scope_code IS NULL, p.quarantined, NULL) AS quarantined,
       (SELECT GROUP_CONCAT(DISTINCT s.feed ORDER BY s.feed SEPARATOR ', ') FROM feed_source s
        WHERE s.feed IN ('shipment', 'remittance_statement', 'remittance_line', 'receipt', 'consignment_settlement', 'stock_movement')
          AND s.night = :business_date AND s.state = 'SKIPPED') AS skipped
FROM breaks k CROSS JOIN due d CROSS JOIN waiting w CROSS JOIN collected c CROSS JOIN written t CROSS JOIN papers p
CROSS JOIN passes s CROSS JOIN middle m CROSS JOIN punctual o
