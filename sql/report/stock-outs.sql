-- include: report/part/days-without-stock.sql
SELECT s.outlet_code, o.name AS outlet_name, b.name AS branch_name, s.product_code, p.name AS product_name, p.category,
       s.closing, ROUND(q.quantity / 28, 2) AS daily_sales, s.out_days,
       ROUND(q.quantity * s.out_days / 28, 2) AS lost_quantity, ROUND(q.amount * s.out_days / 28, 2) AS lost_amount
FROM missed s
JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    AND o.valid_from <= :business_date AND (o.valid_until IS NULL OR o.valid_until > :business_date)
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND (b.valid_until IS NULL OR b.valid_until > :business_date)
LEFT JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= :business_date AND (p.valid_until IS NULL OR p.valid_until > :business_date)
JOIN (
    SELECT SQL_BIG_RESULT outlet_code, product_code, SUM(sold_quantity - returned_quantity) AS quantity, SUM(gross_amount - returned_amount) AS amount
    FROM product_day WHERE business_date BETWEEN :business_date - INTERVAL 27 DAY AND :business_date
      AND (:scope_code IS NULL OR outlet_code IN (
          SELECT outlet_code FROM outlet_dated WHERE branch_code = :scope_code AND valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date)))
    GROUP BY outlet_code, product_code
) q ON q.outlet_code = s.outlet_code AND q.product_code = s.product_code AND q.quantity > 0
WHERE s.out_days > 0 AND (o.closed_on IS NULL OR o.closed_on >= :business_date)
