-- Everybody credited with a sale or return this month so far. The branch is that of the outlet that sold.
SELECT s.seller_code AS person_code,
       COALESCE(MAX(p.name), s.seller_code) AS person_name,
       MAX(p.role) AS role,
       MAX(po.name) AS outlet_name,
       COUNT(DISTINCT CASE WHEN s.business_date = :business_date THEN s.doc_no END) AS documents,
       SUM(CASE WHEN s.business_date = :business_date THEN IF(s.kind = 'SALE', s.quantity, -s.quantity) ELSE 0 END) AS quantity,
       SUM(CASE WHEN s.business_date = :business_date THEN IF(s.kind = 'SALE', s.amount, -s.amount) ELSE 0 END) AS net_amount,
       SUM(IF(s.kind = 'SALE', s.amount, -s.amount)) AS month_net_amount
FROM current_sale s
JOIN outlet_dated o ON o.outlet_code = s.outlet_code
    AND o.valid_from <= s.business_date AND (o.valid_until IS NULL OR o.valid_until > s.business_date)
LEFT JOIN person_dated p ON p.person_code = s.seller_code
    AND p.valid_from <= :business_date AND (p.valid_until IS NULL OR p.valid_until > :business_date)
LEFT JOIN outlet_dated po ON po.outlet_code = p.outlet_code
    AND po.valid_from <= :business_date AND (po.valid_until IS NULL OR po.valid_until > :business_date)
WHERE s.business_date BETWEEN :from AND :to AND s.seller_code IS NOT NULL
  AND (:scope_code IS NULL OR o.branch_code = :scope_code)
GROUP BY s.seller_code
