-- Goods that sell at an open outlet and are not there now, or were not on days of the month: days on which a shelf opened with nothing and
-- nothing came (E15), and what they may have cost (E14).
-- include: report/part/shelf.sql
SELECT s.outlet_code, o.name AS outlet_name, b.name AS branch_name, s.product_code, p.name AS product_name, p.category,
       IF(s.closing <= 0, 'EMPTY', 'BACK') AS state, s.closing, ROUND(s.sold_28 / 28, 2) AS daily_sales, s.out_days,
       ROUND(s.sold_28 * s.out_days / 28, 2) AS lost_quantity, ROUND(q.amount * s.out_days / 28, 2) AS lost_amount
FROM shelf s
JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
JOIN product_dated p ON p.product_code = s.product_code AND COALESCE(NULLIF(p.kind, ''), 'GOODS') = 'GOODS'
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
LEFT JOIN
-- include: report/part/sold-amounts.sql
WHERE (s.out_days > 0 OR s.closing <= 0) AND s.sold_28 > 0 AND (o.closed_on IS NULL OR o.closed_on >= :business_date)
