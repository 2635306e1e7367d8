SELECT COUNT(*) AS breaks, COALESCE(SUM(e.amount), 0) AS amount, COALESCE(MAX(DATEDIFF(:business_date, e.basis)), 0) AS oldest
FROM break_item b
JOIN break_event e ON e.event_id = (SELECT MAX(x.event_id) FROM break_event x WHERE x.break_id = b.break_id AND x.night <= :business_date)
WHERE b.is_open = 1 AND b.first_seen <= :business_date AND :scope_code IS NULL AND DATEDIFF(:business_date, e.basis) > 15
