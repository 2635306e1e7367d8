SELECT s.payee_code AS payee, s.month AS period, s.paid AS amount, s.bank_account
FROM settlement s JOIN closed_month c ON c.month = s.month
WHERE s.month BETWEEN DATE_FORMAT(:from, '%Y-%m') AND DATE_FORMAT(:to, '%Y-%m') AND s.paid > 0 ORDER BY s.payee_code, s.month, s.payee_kind
