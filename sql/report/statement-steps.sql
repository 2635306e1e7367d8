-- Of a dealer: his own; of a manager: his people's. From the lines to the fen, as the program worked it out for this statement.
SELECT s.payee_code AS payee, COALESCE(d.name, p.name, s.payee_code) AS payee_name, s.plan, s.nth, s.step, s.item, s.base, s.rate, s.amount, s.note
FROM explained_step s
LEFT JOIN dealer_dated d ON s.payee_kind = 'DEALER' AND d.dealer_code = s.payee_code
    AND d.valid_from <= :business_date AND d.valid_until > :business_date
LEFT JOIN person_dated p ON s.payee_kind = 'PERSON' AND p.person_code = s.payee_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
WHERE s.month = DATE_FORMAT(:business_date, '%Y-%m') AND (s.payee_kind = 'DEALER' AND s.payee_code = :scope_code
    OR s.payee_kind = 'PERSON' AND s.payee_code IN (
        SELECT t.person_code FROM person_dated t
        WHERE t.manager_code = :scope_code AND t.valid_from <= :business_date AND t.valid_until > :business_date))
