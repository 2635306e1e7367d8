-- The figures of the first sheet: one row. The week is the seven days up to the date; last year's is the one 52 weeks before.
SELECT k.net_amount, CASE WHEN k.week_before > 0 THEN k.net_amount / k.week_before - 1 END AS week_growth,
       CASE WHEN k.year_before > 0 THEN k.net_amount / k.year_before - 1 END AS year_growth,
       k.returned_amount, CASE WHEN k.gross_amount > 0 THEN k.returned_amount / k.gross_amount END AS return_rate,
       k.active_outlets, k.active_outlets - k.active_before AS active_change, k.month_net_amount
FROM (
    SELECT COALESCE(SUM(IF(d.business_date BETWEEN :business_date - INTERVAL 6 DAY AND :business_date, d.gross_amount - d.returned_amount, 0)), 0) AS net_amount,
           COALESCE(SUM(IF(d.business_date BETWEEN :business_date - INTERVAL 6 DAY AND :business_date, d.gross_amount, 0)), 0) AS gross_amount,
           COALESCE(SUM(IF(d.business_date BETWEEN :business_date - INTERVAL 6 DAY AND :business_date, d.returned_amount, 0)), 0) AS returned_amount,
           COALESCE(SUM(IF(d.business_date BETWEEN :business_date - INTERVAL 13 DAY AND :business_date - INTERVAL 7 DAY, d.gross_amount - d.returned_amount, 0)), 0) AS week_before,
           COALESCE(SUM(IF(d.business_date BETWEEN :business_date - INTERVAL 370 DAY AND :business_date - INTERVAL 364 DAY, d.gross_amount - d.returned_amount, 0)), 0) AS year_before,
           COUNT(DISTINCT IF(d.business_date BETWEEN :business_date - INTERVAL 6 DAY AND :business_date AND d.sold_quantity > 0, d.outlet_code, NULL)) AS active_outlets,
           COUNT(DISTINCT IF(d.business_date BETWEEN :business_date - INTERVAL 13 DAY AND :business_date - INTERVAL 7 DAY AND d.sold_quantity > 0, d.outlet_code, NULL)) AS active_before,
           COALESCE(SUM(IF(d.business_date BETWEEN :from AND :to, d.gross_amount - d.returned_amount, 0)), 0) AS month_net_amount
    FROM outlet_day d
    WHERE d.business_date BETWEEN LEAST(:from, :business_date - INTERVAL 13 DAY) AND :business_date
       OR d.business_date BETWEEN :business_date - INTERVAL 370 DAY AND :business_date - INTERVAL 364 DAY
) k
