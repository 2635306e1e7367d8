-- Every bonus plan's month that is not approved, or was for this month or the last: of a draft the last figures, else the frozen ones, and
-- beside them what they would be now while people are at it.
SELECT m.bonus, m.month, IF(m.state = 'DRAFT' AND s.missing <> '', 'INCOMPLETE', m.state) AS state, m.steps, f.participants, f.amount, n.amount AS now_amount, n.amount - f.amount AS difference, s.missing,
       (SELECT CONCAT(e.done_by, ' ', DATE_FORMAT(e.done_at, '%Y-%m-%d %H:%i')) FROM bonus_event e
        WHERE e.bonus = m.bonus AND e.month = m.month AND e.kind = 'SUBMIT' ORDER BY e.version DESC LIMIT 1) AS submitted,
       (SELECT GROUP_CONCAT(CONCAT(e.step, ': ', e.done_by) ORDER BY e.version SEPARATOR ', ') FROM bonus_event e
        WHERE e.bonus = m.bonus AND e.month = m.month AND e.kind = 'APPROVE' AND e.sheet_id = m.sheet_id
          AND e.version > (SELECT MAX(x.version) FROM bonus_event x WHERE x.bonus = m.bonus AND x.month = m.month AND x.kind = 'SUBMIT')) AS agreed,
       LEFT(s.digest, 12) AS digest
FROM bonus_plan_month m
JOIN bonus_sheet s ON s.sheet_id = m.sheet_id
LEFT JOIN (SELECT bonus, month, MAX(sheet_id) AS sheet_id FROM bonus_sheet GROUP BY bonus, month) l ON l.bonus = m.bonus AND l.month = m.month
    AND m.state NOT IN ('DRAFT', 'APPROVED')
LEFT JOIN (SELECT sheet_id, COUNT(*) AS participants, SUM(amount) AS amount FROM bonus_figure GROUP BY sheet_id) f ON f.sheet_id = m.sheet_id
LEFT JOIN (SELECT sheet_id, SUM(amount) AS amount FROM bonus_figure GROUP BY sheet_id) n ON n.sheet_id = l.sheet_id
WHERE m.month <= DATE_FORMAT(:business_date, '%Y-%m')
  AND (m.state <> 'APPROVED' OR m.month >= DATE_FORMAT(:business_date - INTERVAL 1 MONTH, '%Y-%m'))
