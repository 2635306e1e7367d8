-- What each dealer sold of a manufacturer's products in the seven days up to the date, in the seven before and in the month so far,
-- and what he holds of them.
WITH sold AS (
    SELECT o.dealer_code, d.product_code,
           SUM(IF(d.business_date > :business_date - INTERVAL 7 DAY, d.sold_quantity - d.returned_quantity, 0)) AS week_quantity,
           SUM(IF(d.business_date > :business_date - INTERVAL 7 DAY, d.returned_quantity, 0)) AS week_returned,
           SUM(IF(d.business_date > :business_date - INTERVAL 7 DAY, d.gross_amount - d.returned_amount, 0)) AS week_amount,
           SUM(IF(d.business_date BETWEEN :business_date - INTERVAL 13 DAY AND :business_date - INTERVAL 7 DAY, d.sold_quantity - d.returned_quantity, 0)) AS week_before,
           SUM(IF(d.business_date BETWEEN :from AND :to, d.sold_quantity - d.returned_quantity, 0)) AS month_quantity,
           SUM(IF(d.business_date BETWEEN :from AND :to, d.gross_amount - d.returned_amount, 0)) AS month_amount,
           SUM(IF(d.business_date > :business_date - INTERVAL 28 DAY, d.sold_quantity - d.returned_quantity, 0)) AS four_weeks
    -- include: report/part/manufacturer-sold.sql
    WHERE d.business_date BETWEEN LEAST(:from, :business_date - INTERVAL 27 DAY) AND :business_date
    GROUP BY o.dealer_code, d.product_code
),
held AS (
    SELECT o.dealer_code, c.product_code, SUM(c.owned + c.consigned - COALESCE(l.net, 0)) AS closing,
           SUM(c.consigned - COALESCE(l.consigned, 0)) AS consigned
    -- include: report/part/manufacturer-held.sql
    GROUP BY o.dealer_code, c.product_code
)
SELECT k.dealer_code, e.name AS dealer_name, b.name AS branch_name, k.product_code, p.name AS product_name, p.category,
       COALESCE(s.week_quantity, 0) AS week_quantity, COALESCE(s.week_returned, 0) AS week_returned, COALESCE(s.week_amount, 0) AS week_amount,
       CASE WHEN s.week_before > 0 THEN s.week_quantity / s.week_before - 1 END AS week_growth,
       COALESCE(s.month_quantity, 0) AS month_quantity, COALESCE(s.month_amount, 0) AS month_amount,
       h.closing, h.consigned,
       CASE WHEN h.closing = 0 THEN 0 WHEN h.closing > 0 AND s.four_weeks > 0 THEN ROUND(h.closing * 28 / s.four_weeks, 2) END AS stock_days,
       CASE WHEN h.closing IS NULL THEN NULL
            WHEN h.closing < 0 THEN 'BELOW_ZERO' WHEN h.closing = 0 THEN 'EMPTY' WHEN COALESCE(s.four_weeks, 0) <= 0 THEN 'NO_SALE'
            WHEN h.closing * 28 < :few_days * s.four_weeks THEN 'FEW' WHEN h.closing * 28 > :many_days * s.four_weeks THEN 'MANY' ELSE 'NORMAL' END AS state
FROM (SELECT dealer_code, product_code FROM sold UNION SELECT dealer_code, product_code FROM held) k
LEFT JOIN sold s ON s.dealer_code = k.dealer_code AND s.product_code = k.product_code
LEFT JOIN held h ON h.dealer_code = k.dealer_code AND h.product_code = k.product_code
LEFT JOIN dealer_dated e ON e.dealer_code = k.dealer_code
    AND e.valid_from <= :business_date AND e.valid_until > :business_date
LEFT JOIN branch_dated b ON b.branch_code = e.branch_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
LEFT JOIN product_dated p ON p.product_code = k.product_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
WHERE s.week_quantity <> 0 OR s.week_returned <> 0 OR s.week_before <> 0 OR s.month_quantity <> 0 OR s.month_amount <> 0 OR h.closing <> 0
   OR h.consigned <> 0 OR (h.closing = 0 AND s.four_weeks > 0)
