-- Who gets nothing, and why.
SELECT a.plan, a.payee_code AS payee, COALESCE(d.name, p.name, o.name, a.payee_code) AS payee_name, a.origin_month AS period, a.reason, a.detail, a.measure
FROM account_month a
LEFT JOIN closed_month c ON c.month = a.origin_month
LEFT JOIN dealer_dated d ON a.payee_kind = 'DEALER' AND d.dealer_code = a.payee_code
    AND d.valid_from <= :business_date AND d.valid_until > :business_date
LEFT JOIN person_dated p ON a.payee_kind = 'PERSON' AND p.person_code = a.payee_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
LEFT JOIN outlet_dated o ON a.payee_kind = 'OUTLET' AND o.outlet_code = a.payee_code
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
WHERE c.month IS NULL AND a.origin_month <= DATE_FORMAT(:business_date, '%Y-%m') AND a.reason <> '' AND a.line_count > 0
