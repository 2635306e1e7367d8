SELECT m.entry_date, m.dealer_code, COALESCE(d.name, m.dealer_code) AS dealer_name, m.type, m.amount, m.entry_no
FROM deposit_movement m
LEFT JOIN deposit_movement n ON n.entry_no = m.entry_no AND n.version = m.version + 1
LEFT JOIN dealer_dated d ON d.dealer_code = m.dealer_code AND d.valid_from <= :business_date AND d.valid_until > :business_date
WHERE n.entry_no IS NULL AND m.entry_date <= :business_date
