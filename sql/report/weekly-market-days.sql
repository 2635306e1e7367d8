-- The seven days up to the date, each beside the same weekday a week and 52 weeks before.
WITH RECURSIVE day AS (
    SELECT 0 AS back, :business_date AS business_date
    UNION ALL
    SELECT back + 1, business_date - INTERVAL 1 DAY FROM day WHERE back < 6
)
SELECT k.business_date, CAST(WEEKDAY(k.business_date) + 1 AS CHAR) AS weekday, k.gross_amount, k.returned_amount, k.net_amount,
       k.week_before, CASE WHEN k.week_before > 0 THEN k.net_amount / k.week_before - 1 END AS week_growth,
       k.year_before, CASE WHEN k.year_before > 0 THEN k.net_amount / k.year_before - 1 END AS year_growth
FROM (
    SELECT d.business_date, COALESCE(SUM(IF(s.business_date = d.business_date, s.gross_amount, 0)), 0) AS gross_amount,
           COALESCE(SUM(IF(s.business_date = d.business_date, s.returned_amount, 0)), 0) AS returned_amount,
           COALESCE(SUM(IF(s.business_date = d.business_date, s.gross_amount - s.returned_amount, 0)), 0) AS net_amount,
           COALESCE(SUM(IF(s.business_date = d.business_date - INTERVAL 7 DAY, s.gross_amount - s.returned_amount, 0)), 0) AS week_before,
           COALESCE(SUM(IF(s.business_date = d.business_date - INTERVAL 364 DAY, s.gross_amount - s.returned_amount, 0)), 0) AS year_before
    FROM day d
    LEFT JOIN (
        SELECT business_date, SUM(gross_amount) AS gross_amount, SUM(returned_amount) AS returned_amount FROM outlet_day
        WHERE business_date BETWEEN :business_date - INTERVAL 13 DAY AND :business_date
           OR business_date BETWEEN :business_date - INTERVAL 370 DAY AND :business_date - INTERVAL 364 DAY
        GROUP BY business_date
    ) s ON s.business_date IN (d.business_date, d.business_date - INTERVAL 7 DAY, d.business_date - INTERVAL 364 DAY)
    GROUP BY d.business_date
) k
