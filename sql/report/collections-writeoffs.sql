-- What people have written off this month and last, who asked for it and who agreed; what came after all is negative.
SELECT e.night AS written_on, e.debtor, e.subject, v.name AS dealer_name, e.kind, e.amount, r.currency,
       MAX(d.proposed_by) AS proposed_by, MAX(d.decided_by) AS decided_by, MAX(d.reason) AS remark
FROM decision d
JOIN receivable_entry e ON e.debtor = SUBSTRING_INDEX(SUBSTRING_INDEX(d.detail, ':', 2), ':', -1)
    AND e.subject = SUBSTRING(d.detail, CHAR_LENGTH(SUBSTRING_INDEX(d.detail, ':', 2)) + 2)
    AND e.kind = SUBSTRING_INDEX(d.detail, ':', 1) AND e.what = 'WRITE_OFF' AND (e.decision_id = d.decision_id OR e.decision_id = 0)
JOIN receivable r ON r.kind = e.kind AND r.debtor = e.debtor AND r.subject = e.subject
LEFT JOIN dealer_dated v ON v.dealer_code = r.dealer_code
    AND v.valid_from <= :business_date AND v.valid_until > :business_date
WHERE d.kind = 'WRITE_OFF' AND d.state = 'APPROVED' AND d.done_in > 0 AND e.night BETWEEN :from - INTERVAL 1 MONTH AND :business_date
  AND (:scope_code IS NULL OR v.branch_code = :scope_code)
GROUP BY e.entry_id, e.night, e.debtor, e.subject, v.name, e.kind, e.amount, r.currency
