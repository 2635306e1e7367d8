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
    -- include: report/part/manufacturer-sold.sql
    WHERE d.business_date BETWEEN LEAST(:from, :business_date - INTERVAL 27 DAY) AND :business_date
) s
JOIN (
    SELECT SUM(c.owned + c.consigned - COALESCE(l.net, 0)) AS closing
    -- include: report/part/manufacturer-held.sql
) h
