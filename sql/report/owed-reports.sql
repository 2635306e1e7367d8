-- What had not come when the night had been read: a branch sees its own, the management what has been owed for too long.
SELECT o.feed, COALESCE(b.name, '') AS branch_name, o.due_on, o.due_at, o.days_late, o.escalated
FROM owed_report o
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
WHERE o.night = :business_date AND IF(:scope_code IS NULL, o.escalated = 'Y', o.branch_code = :scope_code)
