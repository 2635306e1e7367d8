-- The last 30 days, each with its seven-day average. Days without a sale are left out.
SELECT business_date,
       CAST(WEEKDAY(business_date) + 1 AS CHAR) AS weekday,
       gross_amount,
       returned_amount,
       gross_amount - returned_amount AS net_amount,
       ROUND(AVG(gross_amount - returned_amount) OVER (ORDER BY business_date ROWS BETWEEN 6 PRECEDING AND CURRENT ROW), 2) AS week_average
FROM (
    SELECT d.business_date, SUM(d.gross_amount) AS gross_amount, SUM(d.returned_amount) AS returned_amount
    FROM outlet_day d
    JOIN outlet_dated o ON o.outlet_code = d.outlet_code
        AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
    WHERE d.business_date BETWEEN :business_date - INTERVAL 29 DAY AND :business_date
      AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    GROUP BY d.business_date
) days
