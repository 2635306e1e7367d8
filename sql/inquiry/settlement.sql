SELECT s.payee_code AS payee, s.month AS period, s.opening, s.payable, s.net, s.paid, s.carried, IF(c.month IS NULL, 'DRAFT', s.state) AS state
FROM settlement s LEFT JOIN closed_month c ON c.month = s.month
WHERE s.month BETWEEN DATE_FORMAT(:from, '%Y-%m') AND DATE_FORMAT(:to, '%Y-%m') ORDER BY s.payee_code, s.month, s.payee_kind
