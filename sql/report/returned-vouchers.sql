-- What is returned and still open, and what was refused tonight: where it stood, what is wrong, what to do.
SELECT v.feed, p.source AS file, p.line, v.column_name AS `column`, v.value, v.expected, v.reason, v.decision,
       v.first_seen, DATEDIFF(:business_date, v.first_seen) AS age_days, v.voucher_key AS `key`
FROM (
    SELECT * FROM voucher WHERE decision = 'RETURNED' AND first_seen <= :business_date AND resolved_on IS NULL
    UNION ALL
    SELECT * FROM voucher WHERE decision = 'RETURNED' AND first_seen <= :business_date AND resolved_on > :business_date
    UNION ALL
    SELECT * FROM voucher WHERE decision = 'REFUSED' AND first_seen = :business_date AND resolved_on IS NULL
) v JOIN voucher_place p ON p.voucher_id = v.voucher_id
WHERE :scope_code IS NULL OR v.branch_code = :scope_code
