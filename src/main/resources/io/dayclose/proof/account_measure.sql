-- What an account says its lines come to, beside their measures.
SELECT CONCAT_WS(' ', a.plan, a.origin_month, a.payee_kind, a.payee_code), COALESCE(m.net_amount, 0), a.net_amount FROM account_month a
LEFT JOIN (SELECT plan, origin_month, payee_kind, payee_code, SUM(net_amount) AS net_amount FROM measure_total GROUP BY plan, origin_month, payee_kind, payee_code) m
    ON m.plan = a.plan AND m.origin_month = a.origin_month AND m.payee_kind = a.payee_kind AND m.payee_code = a.payee_code
WHERE a.line_count > 0 AND (:month IN ('', a.origin_month) OR a.origin_month IN (SELECT x.origin_month FROM ledger x WHERE x.posting_month = :month)) AND a.net_amount <> COALESCE(m.net_amount, 0)
