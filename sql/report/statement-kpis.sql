SELECT COALESCE(SUM(s.opening), 0) AS opening, COALESCE(SUM(s.payable), 0) AS payable, COALESCE(SUM(s.paid), 0) AS paid,
       COALESCE(SUM(s.carried), 0) AS carried, COALESCE(SUM(s.waiting), 0) AS waiting,
       COALESCE(SUM((SELECT SUM(a.held) FROM account_month a
                     WHERE a.payee_code = s.payee_code AND a.payee_kind = s.payee_kind AND a.origin_month <= s.month)), 0) AS held,
       MAX((SELECT SUM(IF(m.type = 'PAID', m.amount, -m.amount)) FROM current_deposit_movement m
            WHERE s.payee_kind = 'DEALER' AND m.dealer_code = s.payee_code AND m.entry_date <= :business_date)) AS deposit
FROM settlement s
WHERE s.month = DATE_FORMAT(:business_date, '%Y-%m') AND (s.payee_kind = 'DEALER' AND s.payee_code = :scope_code
    OR s.payee_kind = 'PERSON' AND s.payee_code IN (
        SELECT t.person_code FROM person_dated t
        WHERE t.manager_code = :scope_code AND t.valid_from <= :business_date AND t.valid_until > :business_date))
