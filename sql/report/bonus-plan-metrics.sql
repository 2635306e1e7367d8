-- Every metric of every scorecard: its curve, its weight, what it came to, and what it would come to now.
SELECT m.bonus, m.month, r.person_code, p.name AS person_name, r.nth, r.metric, r.scope_code, r.weight, r.rule, ROUND(r.actual, 4) AS actual, ROUND(r.target, 4) AS target,
       CASE WHEN r.target > 0 THEN r.actual / r.target END AS attainment, ROUND(r.result, 2) AS result, ROUND(r.weight * r.result / 100, 2) AS points,
       ROUND(n.actual, 4) AS now_actual, ROUND(n.result, 2) AS now_result
FROM bonus_plan_month m
JOIN bonus_sheet s ON s.sheet_id = m.sheet_id
LEFT JOIN (SELECT bonus, month, MAX(sheet_id) AS sheet_id FROM bonus_sheet GROUP BY bonus, month) l ON l.bonus = m.bonus AND l.month = m.month
    AND m.state NOT IN ('DRAFT', 'APPROVED')
JOIN bonus_reading r ON r.sheet_id = m.sheet_id AND r.kind IN ('SCORE')
LEFT JOIN bonus_reading n ON n.sheet_id = l.sheet_id AND n.person_code = r.person_code AND n.kind = r.kind AND n.metric = r.metric AND n.nth = r.nth
LEFT JOIN person_dated p ON p.person_code = r.person_code
    AND p.valid_from <= LAST_DAY(CONCAT(m.month, '-01')) AND p.valid_until > LAST_DAY(CONCAT(m.month, '-01'))
WHERE m.month <= DATE_FORMAT(:business_date, '%Y-%m')
  AND (m.state <> 'APPROVED' OR m.month >= DATE_FORMAT(:business_date - INTERVAL 1 MONTH, '%Y-%m'))
