-- How a break stands, beside its last event: the amount, or, where that is the same, a digest of state, owner and reason.
SELECT b.break_key, IF(b.amount <> e.amount, e.amount, CRC32(CONCAT_WS('|', e.state, e.owner, e.why, e.basis))),
       IF(b.amount <> e.amount, b.amount, CRC32(CONCAT_WS('|', b.state, b.owner, b.why, b.basis)))
FROM break_item b JOIN (SELECT break_id, MAX(event_id) AS event_id FROM break_event GROUP BY break_id) l ON l.break_id = b.break_id
JOIN break_event e ON e.event_id = l.event_id
WHERE b.amount <> e.amount OR b.state <> e.state OR b.owner <> e.owner OR b.why <> e.why OR b.basis <> e.basis
