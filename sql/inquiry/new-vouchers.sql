-- What a night returned and refused and is still open, with its places; returned ones first.
SELECT p.source, p.line, v.reason, COALESCE(v.column_name, '') AS column_name, COALESCE(v.value, '') AS value, COALESCE(v.expected, '') AS expected,
       COUNT(*) OVER () AS number
FROM voucher v JOIN voucher_place p ON p.voucher_id = v.voucher_id
WHERE v.first_seen = :date AND v.decision IN ('RETURNED', 'REFUSED') AND v.resolved_on IS NULL
ORDER BY v.decision DESC, v.voucher_id LIMIT :first
