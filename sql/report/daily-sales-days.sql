-- The last 30 days, each with its seven-day average. Days without a sale are left out.
SELECT business_date,
       CAST(WEEKDAY(business_date) + 1 AS CHAR) AS weekday,
       gross_amount,
       returned_amount,
       gross_amount - returned_amount AS net_amount,
       ROUND(AVG(gross_amount - returned_amount) OVER (ORDER BY business_date ROWS BETWEEN 6 PRECEDING AND CURRENT ROW), 2) AS week_average
FROM (
    SELECT s.business_date,
           COALESCE(SUM(CASE s.kind WHEN 'SALE' THEN s.amount END), 0) AS gross_amount,
           COALESCE(SUM(CASE s.kind WHEN 'RETURN' THEN s.amount END), 0) AS returned_amount
    FROM current_sale s
    JOIN outlet_dated o ON o.outlet_code = s.outlet_code
        AND o.valid_from <= s.business_date AND (o.valid_until IS NULL OR o.valid_until > s.business_date)
    WHERE s.business_date BETWEEN :business_date - INTERVAL 29 DAY AND :business_date
      AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    GROUP BY s.business_date
) days
