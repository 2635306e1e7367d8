-- The figures of the first sheet: one row. Out of stock: goods that sell at an open outlet and are not there now, as in every list of them.
-- include: report/part/shelf.sql
, products AS (
    SELECT s.product_code, SUM(s.closing) AS closing, SUM(s.sold_28) AS sold_28, SUM(s.closing <= 0 AND s.sold_28 > 0 AND (o.closed_on IS NULL OR o.closed_on >= :business_date)) AS out_of_stock,
           SUM(s.closing < 0) AS below_zero,
           SUM(IF(s.closing > 0 AND (s.sold_on IS NULL OR DATEDIFF(:business_date, s.sold_on) > :dead_after_days)
                  AND DATEDIFF(:business_date, s.oldest) > :dead_after_days, s.closing, 0)) AS dead
    FROM shelf s
    JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
        AND o.valid_from <= :business_date AND (o.valid_until IS NULL OR o.valid_until > :business_date)
    GROUP BY s.product_code
),
mine AS (
    SELECT s.*, COALESCE(NULLIF(p.kind, ''), 'GOODS') = 'GOODS' AS goods, p.standard_cost
    FROM products s
    LEFT JOIN product_dated p ON p.product_code = s.product_code
        AND p.valid_from <= :business_date AND (p.valid_until IS NULL OR p.valid_until > :business_date)
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
            WHEN SUM(IF(m.goods, m.sold_28, 0)) > 0 THEN SUM(IF(m.goods, m.closing, 0)) * 28 / SUM(IF(m.goods, m.sold_28, 0)) END AS stock_days,
       COALESCE(SUM(IF(m.goods, m.out_of_stock, 0)), 0) AS out_of_stock, COALESCE(SUM(m.below_zero), 0) AS below_zero,
       COALESCE(SUM(m.dead * m.standard_cost), 0) AS dead_value, MAX(k.counted) AS counted, MAX(k.differ) AS differ
FROM counts k
LEFT JOIN mine m ON TRUE
