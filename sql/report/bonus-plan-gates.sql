-- Every gate: its limit, what it was measured by, and what it has come to mean for the person.
SELECT m.bonus, m.month, r.person_code, p.name AS person_name, r.nth, r.metric, r.scope_code, r.rule, ROUND(r.actual, 4) AS actual, ROUND(n.actual, 4) AS now_actual,
       (SELECT f.reason FROM bonus_figure f WHERE f.sheet_id = r.sheet_id AND f.person_code = r.person_code) AS because
FROM bonus_plan_month m
JOIN bonus_sheet s ON s.sheet_id = m.sheet_id
LEFT JOIN (SELECT bonus, month, MAX(sheet_id) AS sheet_id FROM bonus_sheet GROUP BY bonus, month) l ON l.bonus = m.bonus AND l.month = m.month
    AND m.state NOT IN ('DRAFT', 'APPROVED')
JOIN bonus_reading r ON r.sheet_id = m.sheet_id AND r.kind IN ('GATE')
LEFT JOIN bonus_reading n ON n.sheet_id = l.sheet_id AND n.person_code = r.person_code AND n.kind = r.kind AND n.metric = r.metric AND n.nth = r.nth
LEFT JOIN person_dated p ON p.person_code = r.person_code
    AND p.valid_from <= LAST_DAY(CONCAT(m.month, '-01')) AND p.valid_until > LAST_DAY(CONCAT(m.month, '-01'))
WHERE m.month <= DATE_FORMAT(:business_date, '%Y-%m')
  AND (m.state <> 'APPROVED' OR m.month >= DATE_FORMAT(:business_date - INTERVAL 1 MONTH, '%Y-%m'))
