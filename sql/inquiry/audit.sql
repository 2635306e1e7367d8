SELECT at, who, what, about, detail FROM (
    SELECT e.at, e.who, e.what, CONCAT(r.job, ' ', r.business_date) AS about, COALESCE(e.detail, '') AS detail, 1 AS part, e.event_id AS nth FROM job_event e JOIN job_run r ON r.run_id = e.run_id
    UNION ALL SELECT proposed_at, proposed_by, CONCAT('PROPOSED ', kind), CONCAT_WS(' ', decision_id, NULLIF(plan, ''), NULLIF(payee_code, ''), NULLIF(gate, ''), NULLIF(month, ''), NULLIF(detail, '')), reason, 2, decision_id FROM decision
    UNION ALL SELECT decided_at, decided_by, CONCAT(IF(state = 'LAPSED', 'APPROVED', state), ' ', kind), CONCAT_WS(' ', decision_id, NULLIF(plan, ''), NULLIF(payee_code, ''), NULLIF(gate, ''), NULLIF(month, ''), NULLIF(detail, '')), CONCAT_WS(' ', NULLIF(answer, ''), NULLIF(outcome, '')), 3, decision_id FROM decision WHERE decided_at IS NOT NULL
    UNION ALL SELECT done_at, done_by, CONCAT(kind, ' BONUS'), CONCAT_WS(' ', bonus, month, NULLIF(step, '')), CONCAT_WS(' ', NULLIF(reason, ''), LEFT(digest, 12)), 5, event_id FROM bonus_event
    UNION ALL SELECT closed_at, closed_by, 'CLOSED MONTH', month, COALESCE(reason, ''), 4, 0 FROM closed_month) a
ORDER BY at, part, nth
