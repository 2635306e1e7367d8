SELECT COUNT(CASE WHEN decision = 'RETURNED' THEN 1 END) AS open,
       COUNT(CASE WHEN decision = 'RETURNED' AND first_seen = :business_date THEN 1 END) AS fresh,
       COUNT(CASE WHEN decision = 'REFUSED' THEN 1 END) AS refused,
       COALESCE(MAX(CASE WHEN decision = 'RETURNED' THEN DATEDIFF(:business_date, first_seen) END), 0) AS oldest
FROM voucher
WHERE (decision = 'RETURNED' AND first_seen <= :business_date AND (resolved_on IS NULL OR resolved_on > :business_date)
       OR decision = 'REFUSED' AND first_seen = :business_date)
  AND (:scope_code IS NULL OR branch_code = :scope_code)
