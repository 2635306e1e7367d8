SELECT d.dealer_code AS dealer, d.balance, d.required, IF(d.ended, 0, GREATEST(d.required - d.balance, 0)) AS top_up_due,
       IF(d.ended, d.balance, 0) AS refund_due, d.contract_to
FROM (
    SELECT r.dealer_code, COALESCE(b.balance, 0) AS balance, COALESCE(r.deposit_required, 0) AS required,
           COALESCE(r.contract_to < :to, FALSE) AS ended, r.contract_to
    FROM dealer_dated r
    LEFT JOIN (SELECT m.dealer_code, SUM(IF(m.type = 'PAID', m.amount, -m.amount)) AS balance FROM current_deposit_movement m
               WHERE m.entry_date <= :to GROUP BY m.dealer_code) b ON b.dealer_code = r.dealer_code
    WHERE r.valid_from <= :to AND r.valid_until > :to) d
ORDER BY d.dealer_code
