SELECT v.feed, p.source, p.line, v.voucher_key AS `key`, v.decision, v.reason, v.column_name AS `column`,
       v.value, v.first_seen, v.branch_code
FROM voucher v JOIN voucher_place p ON p.voucher_id = v.voucher_id
WHERE v.decision IN ('RETURNED', 'REFUSED') AND v.first_seen <= :to AND (v.resolved_on IS NULL OR v.resolved_on > :to)
ORDER BY v.feed, v.first_seen, v.source_id, v.source_line, v.voucher_id
