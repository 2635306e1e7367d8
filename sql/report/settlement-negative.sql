SELECT s.payee_code AS payee, COALESCE(d.name, p.name, o.name, s.payee_code) AS payee_name, s.carried
FROM settlement s
LEFT JOIN dealer_dated d ON s.payee_kind = 'DEALER' AND d.dealer_code = s.payee_code
    AND d.valid_from <= :business_date AND d.valid_until > :business_date
LEFT JOIN person_dated p ON s.payee_kind = 'PERSON' AND p.person_code = s.payee_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
LEFT JOIN outlet_dated o ON s.payee_kind = 'OUTLET' AND o.outlet_code = s.payee_code
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
WHERE s.month = DATE_FORMAT(:business_date, '%Y-%m') AND s.carried < 0
