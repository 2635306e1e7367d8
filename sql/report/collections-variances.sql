-- Every fee that is not as agreed and not settled yet.
SELECT q.debtor AS carrier_code, q.subject, d.name AS dealer_name, q.gross, q.charged, q.variance, q.why
FROM (
    SELECT b.debtor, b.subject, r.dealer_code, e.amount AS variance, e.why,
           (SELECT SUM(s.gross) FROM statement_line s
            WHERE s.waybill = b.waybill AND s.carrier_code = b.debtor AND s.state = 'LIVE' AND b.scope = 'WAYBILL') AS gross,
           (SELECT SUM(s.fee + s.restated) FROM statement_line s
            WHERE s.waybill = b.waybill AND s.carrier_code = b.debtor AND s.state = 'LIVE' AND b.scope = 'WAYBILL') AS charged
    FROM break_item b
    JOIN break_event e ON e.event_id = (SELECT MAX(x.event_id) FROM break_event x WHERE x.break_id = b.break_id AND x.night <= :business_date)
    LEFT JOIN receivable r ON b.scope = 'WAYBILL' AND r.kind = 'COD' AND r.debtor = b.debtor AND r.subject = b.subject
    WHERE b.type = 'FEE_VARIANCE' AND b.is_open >= (SELECT IF(MAX(as_of) > :business_date, 0, 1) FROM recon_run)
      AND b.first_seen <= :business_date AND e.state NOT IN ('AUTO_CLEARED', 'RESOLVED')) q
LEFT JOIN dealer_dated d ON d.dealer_code = q.dealer_code
    AND d.valid_from <= :business_date AND d.valid_until > :business_date
WHERE :scope_code IS NULL OR d.branch_code = :scope_code
