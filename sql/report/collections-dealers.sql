-- What dealers owe for consignment stock they have sold, by how long it is overdue, beside what they have paid and nobody can place.
SELECT q.dealer_code, COALESCE(d.name, q.dealer_code) AS dealer_name, COUNT(IF(q.open > 0, 1, NULL)) AS settlements,
       SUM(IF(q.age <= 0, q.open, 0)) AS not_due, SUM(IF(q.age BETWEEN 1 AND 7, q.open, 0)) AS days_7, SUM(IF(q.age BETWEEN 8 AND 15, q.open, 0)) AS days_15,
       SUM(IF(q.age BETWEEN 16 AND 30, q.open, 0)) AS days_30, SUM(IF(q.age BETWEEN 31 AND 60, q.open, 0)) AS days_60,
       SUM(IF(q.age > 60, q.open, 0)) AS older, SUM(q.open) AS total, MAX(IF(q.open > 0 AND q.age > 0, q.age, NULL)) AS oldest, SUM(q.unplaced) AS unplaced
FROM (
    SELECT r.debtor AS dealer_code, DATEDIFF(:business_date, r.due_on) AS age, SUM(IF(e.what IN ('GROSS', 'ADJUST'), e.amount, -e.amount)) AS open, 0 AS unplaced
    FROM receivable r
    JOIN receivable_entry e ON e.debtor = r.debtor AND e.subject = r.subject AND e.kind = r.kind AND e.night <= :business_date
    WHERE r.kind = 'CONSIGNMENT_SETTLEMENT' AND r.is_open >= (SELECT IF(MAX(as_of) > :business_date, 0, 1) FROM recon_run)
    GROUP BY r.debtor, r.subject, r.due_on
    UNION ALL
    SELECT p.payer_code, 0, 0, s.amount
    FROM suspense s JOIN placed_receipt p ON p.receipt_no = s.receipt_no AND p.payer_kind = 'DEALER'
    WHERE s.begins <= :business_date AND s.ends > :business_date) q
LEFT JOIN dealer_dated d ON d.dealer_code = q.dealer_code
    AND d.valid_from <= :business_date AND d.valid_until > :business_date
WHERE q.open <> 0 AND (:scope_code IS NULL OR d.branch_code = :scope_code) OR q.unplaced <> 0 AND (:scope_code IS NULL OR d.branch_code = :scope_code)
GROUP BY q.dealer_code, d.name
