-- What dealers have deposited beside what is asked of them; once a contract is over, all of it goes back.
SELECT r.dealer_code, r.name AS dealer_name, COALESCE(b.balance, 0) AS balance, COALESCE(r.deposit_required, 0) AS required,
       IF(r.contract_to < :business_date, 0, GREATEST(COALESCE(r.deposit_required, 0) - COALESCE(b.balance, 0), 0)) AS top_up_due,
       IF(r.contract_to < :business_date, COALESCE(b.balance, 0), 0) AS refund_due, r.contract_to
FROM dealer_dated r
LEFT JOIN (
    SELECT m.dealer_code, SUM(IF(m.type = 'PAID', m.amount, -m.amount)) AS balance
    FROM current_deposit_movement m
    WHERE m.entry_date <= :business_date
    GROUP BY m.dealer_code) b ON b.dealer_code = r.dealer_code
WHERE r.valid_from <= :business_date AND r.valid_until > :business_date
