-- What carriers charged in the last three months, statement by statement, and what of it is not as agreed.
WITH mine AS (
    SELECT dealer_code FROM dealer_dated
    WHERE valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date) AND branch_code = :scope_code
), charged AS (
    SELECT c.carrier_code, c.statement_no, c.cycle, c.line_count, c.gross, c.fee
    FROM carrier_statement c
    WHERE :scope_code IS NULL AND c.state IN ('FOOTED', 'BANK_CONFIRMED') AND c.since <= :business_date
      AND c.pay_by >= :business_date - INTERVAL 3 MONTH
    UNION ALL
    SELECT c.carrier_code, c.statement_no, c.cycle, COUNT(*), SUM(l.gross), SUM(l.fee)
    FROM carrier_statement c
    JOIN statement_line l ON l.carrier_code = c.carrier_code AND l.statement_no = c.statement_no AND l.state = 'LIVE'
    JOIN receivable r ON r.kind = 'COD' AND r.debtor = l.carrier_code AND r.waybill = l.waybill
    JOIN mine m ON m.dealer_code = r.dealer_code
    WHERE :scope_code IS NOT NULL AND c.state IN ('FOOTED', 'BANK_CONFIRMED') AND c.since <= :business_date
      AND c.pay_by >= :business_date - INTERVAL 3 MONTH
    GROUP BY c.carrier_code, c.statement_no, c.cycle
), variance AS (
    SELECT q.debtor, q.statement_no, COUNT(*) AS variances, SUM(q.amount) AS variance
    FROM (
        SELECT b.debtor, e.amount, r.dealer_code,
               COALESCE((SELECT MAX(l.statement_no) FROM statement_line l
                         WHERE l.waybill = b.waybill AND l.carrier_code = b.debtor AND l.state = 'LIVE' AND b.scope = 'WAYBILL'), b.subject) AS statement_no
        FROM break_item b
        JOIN break_event e ON e.event_id = (SELECT MAX(x.event_id) FROM break_event x WHERE x.break_id = b.break_id AND x.night <= :business_date)
        LEFT JOIN receivable r ON b.scope = 'WAYBILL' AND r.kind = 'COD' AND r.debtor = b.debtor AND r.subject = b.subject
        WHERE b.type = 'FEE_VARIANCE' AND b.is_open >= (SELECT IF(MAX(as_of) > :business_date, 0, 1) FROM recon_run)
          AND b.first_seen <= :business_date AND e.state NOT IN ('AUTO_CLEARED', 'RESOLVED')) q
    WHERE :scope_code IS NULL OR q.dealer_code IN (SELECT dealer_code FROM mine)
    GROUP BY q.debtor, q.statement_no
)
SELECT c.carrier_code, c.cycle, c.statement_no, c.line_count, c.gross, c.fee, 1000 * c.fee / NULLIF(c.gross, 0) AS fee_rate,
       COALESCE(v.variances, 0) AS variances, COALESCE(v.variance, 0) AS variance
FROM charged c LEFT JOIN variance v ON v.debtor = c.carrier_code AND v.statement_no = c.statement_no
