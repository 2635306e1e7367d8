SELECT COUNT(CASE WHEN decision = 'RETURNED' THEN 1 END) AS open,
       COUNT(CASE WHEN decision = 'RETURNED' AND first_seen = :business_date THEN 1 END) AS fresh,
       COUNT(CASE WHEN decision = 'REFUSED' THEN 1 END) AS refused,
       COALESCE(MAX(CASE WHEN decision = 'RETURNED' THEN DATEDIFF(:business_date, first_seen) END), 0) AS oldest
FROM (
    SELECT decision, first_seen, branch_code FROM voucher WHERE decision = 'RETURNED' AND first_seen <= :business_date AND resolved_on IS NULL
    UNION ALL
    SELECT decision, first_seen, branch_code FROM voucher WHERE decision = 'RETURNED' AND first_seen <= :business_date AND resolved_on > :business_date
    UNION ALL
    SELECT decision, first_seen, branch_code FROM voucher WHERE decision = 'REFUSED' AND first_seen = :business_date AND resolved_on IS NULL
) v
WHERE :scope_code IS NULL OR branch_code = :scope_code
