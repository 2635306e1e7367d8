-- What was entered by hand, beside the approved decision behind it; a month that was closed by then is posted in a later one.
SELECT CONCAT_WS(' ', 'ledger', posted_by), SUM(decided), SUM(posted) FROM (
    SELECT posted_by, amount AS posted, 0 AS decided FROM ledger WHERE type = 'MANUAL' AND :month IN ('', posting_month, origin_month)
    UNION ALL SELECT CONCAT('decision ', d.decision_id), 0, d.amount FROM decision d WHERE d.kind = 'ADJUST' AND d.state = 'APPROVED'
        AND (:month IN ('', d.month) OR CONCAT('decision ', d.decision_id) IN (SELECT x.posted_by FROM ledger x WHERE x.type = 'MANUAL' AND x.posting_month = :month))) m
GROUP BY posted_by HAVING SUM(decided) <> SUM(posted)
