-- Who is to get what under each plan, and what he would get now. Somebody who would be new has no frozen figures yet.
SELECT m.bonus, m.month, IF(m.state = 'DRAFT' AND s.missing <> '', 'INCOMPLETE', m.state) AS state, w.person_code, p.name AS person_name,
       COALESCE(n.role, f.role) AS role, f.score, f.multiple, f.amount, f.reason AS because, n.score AS now_score, n.amount AS now_amount,
       IF(l.sheet_id IS NULL, NULL, COALESCE(n.amount, 0) - COALESCE(f.amount, 0)) AS difference, n.reason AS now_because
FROM bonus_plan_month m
JOIN bonus_sheet s ON s.sheet_id = m.sheet_id
LEFT JOIN (SELECT bonus, month, MAX(sheet_id) AS sheet_id FROM bonus_sheet GROUP BY bonus, month) l ON l.bonus = m.bonus AND l.month = m.month
    AND m.state NOT IN ('DRAFT', 'APPROVED')
JOIN bonus_sheet t ON t.sheet_id IN (m.sheet_id, COALESCE(l.sheet_id, m.sheet_id))
JOIN bonus_figure w ON w.sheet_id = t.sheet_id
LEFT JOIN bonus_figure f ON f.sheet_id = m.sheet_id AND f.person_code = w.person_code
LEFT JOIN bonus_figure n ON n.sheet_id = l.sheet_id AND n.person_code = w.person_code
LEFT JOIN person_dated p ON p.person_code = w.person_code
    AND p.valid_from <= LAST_DAY(CONCAT(m.month, '-01')) AND p.valid_until > LAST_DAY(CONCAT(m.month, '-01'))
WHERE m.month <= DATE_FORMAT(:business_date, '%Y-%m')
  AND (m.state <> 'APPROVED' OR m.month >= DATE_FORMAT(:business_date - INTERVAL 1 MONTH, '%Y-%m'))
  AND (w.sheet_id = m.sheet_id OR f.person_code IS NULL)
