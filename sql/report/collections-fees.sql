-- What carriers charged in the last three months, statement by statement, and what of it is not as agreed.
SELECT c.carrier_code, c.cycle, c.statement_no, c.line_count, c.gross, c.fee, 1000 * c.fee / NULLIF(c.gross, 0) AS fee_rate,
       COALESCE(v.variances, 0) AS variances, COALESCE(v.variance, 0) AS variance
FROM carrier_statement c
LEFT JOIN (
    SELECT q.debtor, q.statement_no, COUNT(*) AS variances, SUM(q.amount) AS variance
    FROM (
        SELECT b.debtor, e.amount,
               COALESCE((SELECT MAX(l.statement_no) FROM statement_line l
                         WHERE l.waybill = b.waybill AND l.carrier_code = b.debtor AND l.state = 'LIVE' AND b.scope = 'WAYBILL'), b.subject) AS statement_no
        FROM break_item b
        JOIN break_event e ON e.event_id = (SELECT MAX(x.event_id) FROM break_event x WHERE x.break_id = b.break_id AND x.night <= :business_date)
        WHERE b.type = 'FEE_VARIANCE' AND b.is_open >= (SELECT IF(MAX(as_of) > :business_date, 0, 1) FROM recon_run)
          AND b.first_seen <= :business_date AND e.state NOT IN ('AUTO_CLEARED', 'RESOLVED')) q
    GROUP BY q.debtor, q.statement_no) v ON v.debtor = c.carrier_code AND v.statement_no = c.statement_no
WHERE :scope_code IS NULL AND c.state IN ('FOOTED', 'BANK_CONFIRMED') AND c.since <= :business_date AND c.pay_by >= :business_date - INTERVAL 3 MONTH
