SELECT COUNT(*) AS payees, COALESCE(SUM(payable), 0) AS payable, COALESCE(SUM(paid), 0) AS paid, COALESCE(SUM(carried), 0) AS carried,
       COALESCE(SUM(waiting), 0) AS waiting,
       (SELECT COALESCE(SUM(b.paid), 0) FROM settlement b WHERE b.month = DATE_FORMAT(:from - INTERVAL 1 DAY, '%Y-%m')) AS `before`
FROM settlement
WHERE month = DATE_FORMAT(:business_date, '%Y-%m')
