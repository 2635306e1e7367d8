-- Open differences, as they stood. A branch sees those of its dealers' parcels and settlements.
-- The version counts what has happened to a break: a row that is sent back with a smaller one is stale.
SELECT CASE WHEN q.age_days <= 0 THEN 'NOT_DUE' WHEN q.age_days <= 7 THEN 'DAYS_7' WHEN q.age_days <= 15 THEN 'DAYS_15'
            WHEN q.age_days <= 30 THEN 'DAYS_30' WHEN q.age_days <= 60 THEN 'DAYS_60' ELSE 'OLDER' END AS age_group,
       q.age_days, q.type, q.debtor, q.subject, q.amount, d.name AS dealer_name, q.basis, q.first_seen, q.state, q.owner, q.why,
       q.break_key, q.version, CAST(NULL AS CHAR) AS decide, CAST(NULL AS CHAR) AS because
FROM (
    SELECT b.type, b.debtor, b.subject, e.amount, DATEDIFF(:business_date, e.basis) AS age_days, e.basis, b.first_seen, e.state, e.owner, e.why,
           b.break_key, (SELECT COUNT(*) FROM break_event y WHERE y.break_id = b.break_id AND y.night <= :business_date) AS version, IF(b.scope = 'DEALER', b.debtor, r.dealer_code) AS dealer_code
    FROM break_item b
    JOIN break_event e ON e.event_id = (SELECT MAX(x.event_id) FROM break_event x WHERE x.break_id = b.break_id AND x.night <= :business_date)
    LEFT JOIN receivable r ON b.scope = 'WAYBILL' AND r.kind = 'COD' AND r.debtor = b.debtor AND r.subject = b.subject
    WHERE b.is_open >= (SELECT IF(MAX(as_of) > :business_date, 0, 1) FROM recon_run)
      AND b.first_seen <= :business_date AND e.state NOT IN ('AUTO_CLEARED', 'RESOLVED')) q
LEFT JOIN dealer_dated d ON d.dealer_code = q.dealer_code
    AND d.valid_from <= :business_date AND d.valid_until > :business_date
WHERE :scope_code IS NULL OR d.branch_code = :scope_code
