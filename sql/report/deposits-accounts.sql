-- Every change of a bank account, who asked for it and who allowed it.
SELECT k.night AS known_on, k.dealer_code, k.name AS dealer_name, k.old_account, k.new_account, COALESCE(a.state, 'NEW') AS state,
       a.proposed_by, a.decided_by, a.decided_at
FROM (
    SELECT night, dealer_code, name, bank_account AS new_account,
           LAG(bank_account) OVER (PARTITION BY dealer_code ORDER BY source_id, version, source_line) AS old_account
    FROM dealer
    WHERE bank_account <> '' AND night <= :business_date) k
LEFT JOIN decision a ON a.kind = 'ACCOUNT' AND a.payee_code = k.dealer_code AND a.bank_account = k.new_account
WHERE k.old_account IS NOT NULL AND k.old_account <> k.new_account
