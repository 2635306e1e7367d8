-- What was entered by hand, beside the approved decision behind it.
SELECT CONCAT_WS(' ', 'ledger', posted_by), COALESCE(SUM(decided), 0), SUM(posted) FROM (
    SELECT posted_by, amount AS posted, 0 AS decided FROM ledger WHERE type = 'MANUAL' AND :month IN ('', posting_month, origin_month)
    UNION ALL SELECT CONCAT('decision ', d.decision_id), 0, d.amount FROM decision d WHERE d.kind = 'ADJUST' AND d.state = 'APPROVED'
        AND (:month = '' OR d.month = :month)) m
GROUP BY posted_by HAVING COALESCE(SUM(decided), 0) <> SUM(posted)
