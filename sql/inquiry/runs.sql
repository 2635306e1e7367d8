-- The last 60 runs: what came in, how many workbooks, how it ended.
SELECT r.business_date, r.job, r.run_number AS run,
       IF(r.run_id IN (:cut_off), 'CUT_OFF', r.state) AS state, r.attempts, r.cause, r.started_by AS user, r.started_at,
       TIMESTAMPDIFF(SECOND, r.started_at, COALESCE(r.ended_at, r.heartbeat)) AS seconds,
       (SELECT COALESCE(SUM($came), 0) FROM feed_source s WHERE s.night = r.business_date) AS records,
       (SELECT COUNT(*) FROM outbox o WHERE o.run_id = r.run_id) AS workbooks,
       IF(r.run_id IN (:cut_off), CONCAT(:since, r.heartbeat), r.message) AS message
FROM job_run r WHERE (:date IS NULL OR r.business_date = :date) ORDER BY r.business_date DESC, r.job, r.run_number DESC LIMIT 60
