-- The figures of the first sheet: one row.
SELECT s.week_quantity, CASE WHEN s.week_before > 0 THEN s.week_quantity / s.week_before - 1 END AS week_growth,
       s.week_amount, s.month_quantity, s.month_amount, s.dealers, h.closing,
       CASE WHEN h.closing = 0 THEN 0 WHEN h.closing > 0 AND s.four_weeks > 0 THEN h.closing * 28 / s.four_weeks END AS stock_days
FROM (
    SELECT COALESCE(SUM(IF(d.business_date > :business_date - INTERVAL 7 DAY, d.sold_quantity - d.returned_quantity, 0)), 0) AS week_quantity,
           COALESCE(SUM(IF(d.business_date > :business_date - INTERVAL 7 DAY, d.gross_amount - d.returned_amount, 0)), 0) AS week_amount,
           COALESCE(SUM(IF(d.business_date BETWEEN :business_date - INTERVAL 13 DAY AND :business_date - INTERVAL 7 DAY, d.sold_quantity - d.returned_quantity, 0)), 0) AS week_before,
           COALESCE(SUM(IF(d.business_date BETWEEN :from AND :to, d.sold_quantity - d.returned_quantity, 0)), 0) AS month_quantity,
           COALESCE(SUM(IF(d.business_date BETWEEN :from AND :to, d.gross_amount - d.returned_amount, 0)), 0) AS month_amount,
           COALESCE(SUM(IF(d.business_date > :business_date - INTERVAL 28 DAY, d.sold_quantity - d.returned_quantity, 0)), 0) AS four_weeks,
           COUNT(DISTINCT IF(d.business_date > :business_date - INTERVAL 7 DAY AND d.sold_quantity > 0, o.dealer_code, NULL)) AS dealers
    FROM product_day d
    JOIN product_dated p ON p.product_code = d.product_code AND p.manufacturer = :scope_code
        AND p.valid_from <= d.business_date AND (p.valid_until IS NULL OR p.valid_until > d.business_date)
    JOIN outlet_dated o ON o.outlet_code = d.outlet_code AND o.dealer_code IS NOT NULL
        AND o.valid_from <= d.business_date AND (o.valid_until IS NULL OR o.valid_until > d.business_date)
    WHERE d.business_date BETWEEN LEAST(:from, :business_date - INTERVAL 27 DAY) AND :business_date
) s
JOIN (
    SELECT SUM(c.owned + c.consigned - COALESCE(l.net, 0)) AS closing
    FROM stock_cell c
    LEFT JOIN (
        SELECT outlet_code, product_code, SUM(closing - opening) AS net FROM stock_day WHERE business_date > :to GROUP BY outlet_code, product_code
    ) l ON l.outlet_code = c.outlet_code AND l.product_code = c.product_code
    JOIN product_dated p ON p.product_code = c.product_code AND p.manufacturer = :scope_code
        AND p.valid_from <= :business_date AND (p.valid_until IS NULL OR p.valid_until > :business_date)
    JOIN outlet_dated o ON o.outlet_code = c.outlet_code AND o.dealer_code IS NOT NULL
        AND o.valid_from <= :business_date AND (o.valid_until IS NULL OR o.valid_until > :business_date)
    WHERE EXISTS (SELECT 1 FROM stock_movement) OR EXISTS (SELECT 1 FROM stock_count)
) h
