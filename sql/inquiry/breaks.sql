SELECT b.break_key AS `key`, b.type, b.debtor, b.subject, e.amount, b.first_seen, COALESCE(e.age_days, DATEDIFF(:to, e.basis)) AS age_days, e.state, e.owner, e.why
FROM break_item b JOIN break_event e ON e.event_id = (SELECT MAX(x.event_id) FROM break_event x WHERE x.break_id = b.break_id AND x.night <= :to)
WHERE b.first_seen <= :to ORDER BY b.type, b.debtor, b.subject
