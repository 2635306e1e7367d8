-- Of a closed month: what stood when it was closed.
SELECT a.plan, a.payee_code AS payee, a.origin_month AS period, a.measure, a.earned + a.adjusted + a.clawed AS earned,
       a.earned + a.adjusted + a.clawed - a.held - a.forfeited AS payable, a.held, a.forfeited, a.reason
FROM (SELECT m.* FROM account_month m LEFT JOIN closed_month c ON c.month = m.origin_month WHERE c.month IS NULL
      UNION ALL SELECT * FROM closed_account) a
WHERE a.origin_month BETWEEN DATE_FORMAT(:from, '%Y-%m') AND DATE_FORMAT(:to, '%Y-%m') AND (a.line_count > 0 OR a.earned <> 0 OR a.adjusted <> 0 OR a.clawed <> 0)
ORDER BY a.plan, a.payee_code, a.origin_month, a.payee_kind
