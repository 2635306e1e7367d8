-- The figures of the first sheet: one row. Only what is not approved yet.
SELECT COUNT(DISTINCT m.bonus, m.month) AS plans, COUNT(DISTINCT IF(m.state <> 'DRAFT', CONCAT(m.bonus, ' ', m.month), NULL)) AS under_way,
       COALESCE(SUM(IF(m.state <> 'DRAFT', f.amount, 0)), 0) AS amount, SUM(n.amount) AS now_amount,
       COUNT(DISTINCT IF(m.state = 'DRAFT' AND s.missing <> '', CONCAT(m.bonus, ' ', m.month), NULL)) AS incomplete
FROM bonus_plan_month m
JOIN bonus_sheet s ON s.sheet_id = m.sheet_id
LEFT JOIN (SELECT bonus, month, MAX(sheet_id) AS sheet_id FROM bonus_sheet GROUP BY bonus, month) l ON l.bonus = m.bonus AND l.month = m.month
    AND m.state NOT IN ('DRAFT', 'APPROVED')
LEFT JOIN (SELECT sheet_id, SUM(amount) AS amount FROM bonus_figure GROUP BY sheet_id) f ON f.sheet_id = m.sheet_id
LEFT JOIN (SELECT sheet_id, SUM(amount) AS amount FROM bonus_figure GROUP BY sheet_id) n ON n.sheet_id = l.sheet_id
WHERE m.month <= DATE_FORMAT(:business_date, '%Y-%m') AND m.state <> 'APPROVED'
