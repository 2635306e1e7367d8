SELECT m.entry_date, m.dealer_code, COALESCE(d.name, m.dealer_code) AS dealer_name, m.type, m.amount, m.entry_no
FROM current_deposit_movement m
LEFT JOIN dealer_dated d ON d.dealer_code = m.dealer_code AND d.valid_from <= :business_date AND d.valid_until > :business_date
WHERE m.entry_date <= :business_date
