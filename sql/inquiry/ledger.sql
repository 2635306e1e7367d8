SELECT entry_id AS entry, plan, payee_code AS payee, origin_month, posting_month, business_date, type, cause, amount
FROM ledger WHERE posting_month BETWEEN DATE_FORMAT(:from, '%Y-%m') AND DATE_FORMAT(:to, '%Y-%m') ORDER BY entry_id
