-- Of a draft the last figures, else the frozen ones.
SELECT m.bonus, m.month AS period, f.person_code AS participant, f.score, f.multiple, f.amount,
       IF(m.state = 'DRAFT' AND s.missing <> '', 'INCOMPLETE', m.state) AS state, f.reason
FROM bonus_plan_month m JOIN bonus_sheet s ON s.sheet_id = m.sheet_id JOIN bonus_figure f ON f.sheet_id = m.sheet_id
WHERE m.month BETWEEN DATE_FORMAT(:from, '%Y-%m') AND DATE_FORMAT(:to, '%Y-%m') ORDER BY m.bonus, m.month, f.person_code
