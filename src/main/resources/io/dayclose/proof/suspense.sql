-- What waits, beside what its lines and receipts hold.
SELECT debtor, SUM(held), SUM(waits) FROM (
    SELECT debtor, amount AS waits, 0 AS held FROM suspense WHERE ends = '9999-12-31' AND reason <> 'CREDIT'
    UNION ALL SELECT l.carrier_code, 0, l.held FROM suspense u JOIN statement_line l ON l.line_id = u.line_id WHERE u.ends = '9999-12-31' AND u.line_id <> 0 AND u.reason <> 'CREDIT'
    UNION ALL SELECT payer_code, 0, held FROM placed_receipt WHERE is_open = 1) s
GROUP BY debtor HAVING SUM(held) <> SUM(waits)
