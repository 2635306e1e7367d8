-- The last run of a job for a date.
SELECT run_id FROM job_run WHERE job = :job AND business_date = :date ORDER BY run_id DESC LIMIT 1
