-- The months that the last run of a job for a date has closed.
SELECT DISTINCT c.month FROM closed_month c JOIN ledger l ON l.posting_month = c.month AND l.posted_by = CONCAT('close ', c.month)
JOIN job_run r ON r.run_id = l.run_id WHERE r.job = :job AND r.business_date = :date ORDER BY c.month
