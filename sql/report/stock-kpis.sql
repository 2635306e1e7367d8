-- The figures of the first sheet: one row.
WITH shelf AS (
    SELECT d.outlet_code, d.product_code, SUM(d.closing) AS closing,
           MIN(JSON_UNQUOTE(JSON_EXTRACT(d.layers, '$[0][0]'))) AS oldest
    FROM stock_cell c
    -- include: report/part/as-it-stood.sql
    WHERE (:scope_code IS NULL OR c.outlet_code IN (
        SELECT outlet_code FROM outlet_dated WHERE branch_code = :scope_code AND valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date)))
    GROUP BY d.outlet_code, d.product_code
),
mine AS (
    SELECT s.*, COALESCE(NULLIF(p.kind, ''), 'GOODS') = 'GOODS' AS goods, p.standard_cost, q.quantity AS sold, r.outlet_code IS NULL AND s.closing > 0
               AND DATEDIFF(:business_date, s.oldest) > :dead_after_days AS dead
    FROM shelf s
    JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
        AND o.valid_from <= :business_date AND (o.valid_until IS NULL OR o.valid_until > :business_date)
    LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
        AND b.valid_from <= :business_date AND (b.valid_until IS NULL OR b.valid_until > :business_date)
    LEFT JOIN product_dated p ON p.product_code = s.product_code
        AND p.valid_from <= :business_date AND (p.valid_until IS NULL OR p.valid_until > :business_date)
    LEFT JOIN (
        SELECT SQL_BIG_RESULT outlet_code, product_code, SUM(sold_quantity - returned_quantity) AS quantity, SUM(gross_amount - returned_amount) AS amount
        FROM product_day WHERE business_date BETWEEN :business_date - INTERVAL 27 DAY AND :business_date
          AND (:scope_code IS NULL OR outlet_code IN (
              SELECT outlet_code FROM outlet_dated WHERE branch_code = :scope_code AND valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date)))
        GROUP BY outlet_code, product_code
    ) q ON q.outlet_code = s.outlet_code AND q.product_code = s.product_code
    LEFT JOIN (
        SELECT DISTINCT outlet_code, product_code FROM product_day
        WHERE business_date BETWEEN :business_date - INTERVAL :dead_after_days DAY AND :business_date AND sold_quantity > 0
    ) r ON r.outlet_code = s.outlet_code AND r.product_code = s.product_code
),
counts AS (
    SELECT COUNT(*) AS counted, COALESCE(SUM(v.counted <> v.calculated), 0) AS differ
    FROM stock_variance v
    JOIN outlet_dated o ON o.outlet_code = v.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
        AND o.valid_from <= :business_date AND (o.valid_until IS NULL OR o.valid_until > :business_date)
    WHERE v.business_date BETWEEN :from AND :to
)
SELECT COALESCE(SUM(m.closing), 0) AS closing, COALESCE(SUM(m.closing * m.standard_cost), 0) AS stock_value,
       CASE WHEN SUM(IF(m.goods, m.closing, 0)) = 0 THEN 0
            WHEN SUM(IF(m.goods, m.sold, 0)) > 0 THEN SUM(IF(m.goods, m.closing, 0)) * 28 / SUM(IF(m.goods, m.sold, 0)) END AS stock_days,
       COALESCE(SUM(m.closing <= 0 AND m.sold > 0), 0) AS out_of_stock, COALESCE(SUM(m.closing < 0), 0) AS below_zero,
       COALESCE(SUM(IF(m.dead, m.closing * m.standard_cost, 0)), 0) AS dead_value, MAX(k.counted) AS counted, MAX(k.differ) AS differ
FROM counts k
LEFT JOIN mine m ON TRUE
