-- Every night until they are closed, to whoever follows them.
SELECT DATEDIFF(:business_date, e.basis) AS age_days, b.type, b.debtor, b.subject, e.amount, b.first_seen, b.owner, e.why, b.break_key
FROM break_item b
JOIN break_event e ON e.event_id = (SELECT MAX(x.event_id) FROM break_event x WHERE x.break_id = b.break_id AND x.night <= :business_date)
WHERE b.is_open = 1 AND b.first_seen <= :business_date AND b.owner = :scope_code
