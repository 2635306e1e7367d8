-- What a month settled to.
SELECT COUNT(*) AS payees, COUNT(CASE WHEN paid > 0 THEN 1 END) AS paid_payees, COALESCE(SUM(paid), 0) AS paid,
       COALESCE(SUM(carried), 0) AS carried, COALESCE(SUM(waiting), 0) AS waiting
FROM settlement WHERE month = :month
