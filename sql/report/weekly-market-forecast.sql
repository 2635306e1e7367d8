-- How the month is expected to end, for the company and each branch: by its own target, else by those of a branch's outlets. A sum that
-- lacks one forecast is none. What of the company's belongs to no branch here has a line of its own, so that branches add up to the company.
WITH outlets AS (
    SELECT o.branch_code, SUM(t.month_target) AS month_target, SUM(t.mtd_target) AS mtd_target, SUM(t.mtd_actual) AS mtd_actual,
           IF(SUM(t.forecast IS NULL) = 0, SUM(t.forecast), NULL) AS forecast, CAST(NULL AS DECIMAL(18, 4)) AS forecast_error
    FROM target_day t
    JOIN outlet_dated o ON o.outlet_code = t.scope_code
        AND o.valid_from <= :business_date AND o.valid_until > :business_date
    WHERE t.business_date = :business_date AND t.metric = 'net-amount' AND t.scope_kind = 'OUTLET'
    GROUP BY o.branch_code
),
branches AS (
    SELECT scope_kind, scope_code, month_target, mtd_target, mtd_actual, forecast, forecast_error FROM target_day
    WHERE business_date = :business_date AND metric = 'net-amount' AND scope_kind IN ('COMPANY', 'BRANCH')
    UNION ALL
    SELECT 'BRANCH', u.branch_code, u.month_target, u.mtd_target, u.mtd_actual, u.forecast, u.forecast_error FROM outlets u
    WHERE NOT EXISTS (
        SELECT 1 FROM target_day t
        WHERE t.business_date = :business_date AND t.metric = 'net-amount' AND t.scope_kind = 'BRANCH' AND t.scope_code = u.branch_code
    )
),
planned AS (
    SELECT * FROM branches
    UNION ALL
    SELECT 'ALL_OTHERS', '', c.month_target - b.month_target, c.mtd_target - b.mtd_target, c.mtd_actual - b.mtd_actual, c.forecast - b.forecast, NULL
    FROM branches c
    JOIN (SELECT SUM(month_target) AS month_target, SUM(mtd_target) AS mtd_target, SUM(mtd_actual) AS mtd_actual, COALESCE(SUM(forecast), 0) AS forecast
          FROM branches WHERE scope_kind = 'BRANCH') b ON b.month_target IS NOT NULL
    WHERE c.scope_kind = 'COMPANY' AND (c.month_target <> b.month_target OR c.mtd_actual <> b.mtd_actual OR c.forecast <> b.forecast)
)
SELECT p.scope_kind, p.scope_code, b.name AS branch_name, p.month_target, p.mtd_target, p.mtd_actual,
       CASE WHEN p.mtd_target > 0 THEN p.mtd_actual / p.mtd_target END AS pace, p.forecast,
       CASE WHEN p.month_target > 0 THEN p.forecast / p.month_target END AS forecast_share, p.forecast_error
FROM planned p
LEFT JOIN branch_dated b ON p.scope_kind = 'BRANCH' AND b.branch_code = p.scope_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
