-- Everybody credited with a sale or return this month so far. The branch is that of the outlet that sold.
SELECT d.seller_code AS person_code,
       COALESCE(MAX(p.name), d.seller_code) AS person_name,
       MAX(p.role) AS role,
       MAX(po.name) AS outlet_name,
       SUM(IF(d.business_date = :business_date, d.documents, 0)) AS documents,
       SUM(IF(d.business_date = :business_date, d.sold_quantity - d.returned_quantity, 0)) AS quantity,
       SUM(IF(d.business_date = :business_date, d.gross_amount - d.returned_amount, 0)) AS net_amount,
       SUM(d.gross_amount - d.returned_amount) AS month_net_amount
FROM seller_day d
JOIN outlet_dated o ON o.outlet_code = d.outlet_code
    AND o.valid_from <= d.business_date AND (o.valid_until IS NULL OR o.valid_until > d.business_date)
LEFT JOIN person_dated p ON p.person_code = d.seller_code
    AND p.valid_from <= :business_date AND (p.valid_until IS NULL OR p.valid_until > :business_date)
LEFT JOIN outlet_dated po ON po.outlet_code = p.outlet_code
    AND po.valid_from <= :business_date AND (po.valid_until IS NULL OR po.valid_until > :business_date)
WHERE d.business_date BETWEEN :from AND :to
  AND (:scope_code IS NULL OR o.branch_code = :scope_code)
GROUP BY d.seller_code
