-- How each person stands with each metric that he has a target of (docs/targets.md). People stand with the branch and outlet they belong to
-- on the day.
SELECT b.name AS branch_name, o.outlet_code, o.name AS outlet_name, t.scope_code AS person_code, p.name AS person_name, p.role, t.metric,
       ROUND(t.target, 2) AS target, ROUND(t.actual, 2) AS actual, ROUND(t.mtd_target, 2) AS mtd_target, ROUND(t.mtd_actual, 2) AS mtd_actual,
       ROUND(t.mtd_actual - t.mtd_target, 2) AS gap, CASE WHEN t.mtd_target > 0 THEN t.mtd_actual / t.mtd_target END AS attainment,
       ROUND(t.month_target, 2) AS month_target, ROUND(t.needed_per_day, 2) AS needed_per_day, ROUND(t.forecast, 2) AS forecast,
       CASE WHEN t.month_target > 0 THEN t.forecast / t.month_target END AS forecast_share, t.forecast_error
FROM target_day t
JOIN person_dated p ON p.person_code = t.scope_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
LEFT JOIN outlet_dated o ON o.outlet_code = p.outlet_code
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
LEFT JOIN branch_dated b ON b.branch_code = p.branch_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
WHERE t.business_date = :business_date AND t.scope_kind = 'PERSON'
  AND (:scope_code IS NULL OR IF(:scope_kind = 'outlet', p.outlet_code, p.branch_code) = :scope_code)
