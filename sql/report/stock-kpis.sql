-- The figures of the first sheet: one row. Out of stock: goods that sell at an open outlet and are not there now, as in every list of them.
-- include: report/part/shelf.sql
, mine AS (
    SELECT SUM(s.closing) AS closing, SUM(s.value) AS stock_value, SUM(IF(s.goods, s.closing, 0)) AS goods, SUM(IF(s.goods, s.sold_28, 0)) AS sold_28,
           SUM(s.goods AND s.is_open AND s.closing <= 0 AND s.sold_28 > 0) AS out_of_stock, SUM(s.closing < 0) AS below_zero,
           SUM(IF(s.closing > 0 AND (s.sold_on IS NULL OR DATEDIFF(:business_date, s.sold_on) > :dead_after_days)
                  AND DATEDIFF(:business_date, s.oldest) > :dead_after_days, s.value, 0)) AS dead_value
    FROM (
        SELECT h.closing, h.sold_28, h.sold_on, h.oldest, ROUND(h.closing * p.standard_cost, 2) AS value,
               COALESCE(NULLIF(p.kind, ''), 'GOODS') = 'GOODS' AS goods, o.closed_on IS NULL OR o.closed_on >= :business_date AS is_open
        FROM shelf h
        JOIN outlet_dated o ON o.outlet_code = h.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
            AND o.valid_from <= :business_date AND o.valid_until > :business_date
        LEFT JOIN product_dated p ON p.product_code = h.product_code
            AND p.valid_from <= :business_date AND p.valid_until > :business_date
    ) s
),
counts AS (
    SELECT COUNT(*) AS counted, COALESCE(SUM(v.counted <> v.calculated), 0) AS differ
    FROM stock_variance v
    JOIN outlet_dated o ON o.outlet_code = v.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
        AND o.valid_from <= :business_date AND o.valid_until > :business_date
    WHERE v.business_date BETWEEN :from AND :to
)
SELECT COALESCE(m.closing, 0) AS closing, COALESCE(m.stock_value, 0) AS stock_value,
       CASE WHEN COALESCE(m.goods, 0) = 0 THEN 0 WHEN m.sold_28 > 0 THEN m.goods * 28 / m.sold_28 END AS stock_days,
       COALESCE(m.out_of_stock, 0) AS out_of_stock, COALESCE(m.below_zero, 0) AS below_zero,
       COALESCE(m.dead_value, 0) AS dead_value, k.counted, k.differ
FROM counts k
CROSS JOIN mine m
