-- What carriers and dealers owe now, what of their money nobody can explain, and how many breaks are open.
SELECT COALESCE(SUM(gross + adjusted - settled - written_off), 0) AS open,
       (SELECT COALESCE(SUM(amount), 0) FROM suspense WHERE ends = '9999-12-31') AS waiting,
       (SELECT COUNT(*) FROM break_item WHERE is_open = 1) AS breaks
FROM receivable WHERE is_open = 1 AND status <> 'SHIPPED'
