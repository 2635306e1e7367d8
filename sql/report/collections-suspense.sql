-- Money received that nobody can place, as it stood. A branch sees what concerns its dealers.
SELECT q.debtor, q.source, q.subject, d.name AS dealer_name, q.reason, q.amount, q.currency, q.since, DATEDIFF(:business_date, q.since) AS days
FROM (
    SELECT s.debtor, s.source, s.subject, s.reason, s.amount, s.currency, s.since,
           COALESCE((SELECT MIN(r.dealer_code) FROM receivable r WHERE r.kind = 'COD' AND r.debtor = s.debtor AND r.waybill = s.subject), s.debtor) AS dealer_code
    FROM suspense s
    WHERE s.begins <= :business_date AND s.ends > :business_date) q
LEFT JOIN dealer_dated d ON d.dealer_code = q.dealer_code
    AND d.valid_from <= :business_date AND d.valid_until > :business_date
WHERE :scope_code IS NULL OR d.branch_code = :scope_code
