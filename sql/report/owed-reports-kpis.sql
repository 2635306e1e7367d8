SELECT COUNT(*) AS owed, COALESCE(MAX(days_late), 0) AS oldest
FROM owed_report
WHERE night = :business_date AND IF(:scope_code IS NULL, escalated = 'Y', branch_code = :scope_code)
