-- Measures of all days of an origin month, beside their total.
SELECT CONCAT_WS(' ', plan, origin_month, payee_kind, payee_code), SUM(total), SUM(days) FROM (
    SELECT plan, origin_month, payee_kind, payee_code, net_amount * 1000 + line_count + net_quantity AS total, 0 AS days FROM measure_total WHERE (:month IN ('', origin_month) OR origin_month IN (SELECT x.origin_month FROM ledger x WHERE x.posting_month = :month))
    UNION ALL SELECT plan, origin_month, payee_kind, payee_code, 0, net_amount * 1000 + line_count + net_quantity FROM measure WHERE (:month IN ('', origin_month) OR origin_month IN (SELECT x.origin_month FROM ledger x WHERE x.posting_month = :month))) m
GROUP BY plan, origin_month, payee_kind, payee_code HAVING SUM(total) <> SUM(days)
