-- The figures of the first sheet: one row. Money is that of the metric net-amount.
SELECT COUNT(DISTINCT t.scope_code) AS people,
       COUNT(DISTINCT IF(t.mtd_actual < t.mtd_target, t.scope_code, NULL)) AS behind,
       SUM(IF(t.metric = 'net-amount', t.target, NULL)) AS target,
       SUM(IF(t.metric = 'net-amount', t.actual, NULL)) AS actual,
       CASE WHEN SUM(IF(t.metric = 'net-amount', t.target, 0)) > 0
            THEN SUM(IF(t.metric = 'net-amount', t.actual, 0)) / SUM(IF(t.metric = 'net-amount', t.target, 0)) END AS attainment,
       CASE WHEN SUM(IF(t.metric = 'net-amount', t.mtd_target, 0)) > 0
            THEN SUM(IF(t.metric = 'net-amount', t.mtd_actual, 0)) / SUM(IF(t.metric = 'net-amount', t.mtd_target, 0)) END AS month_attainment
FROM target_day t
JOIN person_dated p ON p.person_code = t.scope_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
WHERE t.business_date = :business_date AND t.scope_kind = 'PERSON'
  AND (:scope_code IS NULL OR IF(:scope_kind = 'outlet', p.outlet_code, p.branch_code) = :scope_code)
