SELECT SUM(q.balance) AS balance, SUM(q.top_up_due) AS top_up_due, SUM(q.refund_due) AS refund_due, MAX(c.accounts) AS accounts
FROM (
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
) q
CROSS JOIN (SELECT COUNT(*) AS accounts FROM (
SELECT k.night AS known_on, k.dealer_code, k.name AS dealer_name, k.old_account, k.new_account, COALESCE(a.state, 'NEW') AS state,
       a.proposed_by, a.decided_by, a.decided_at
FROM (
    SELECT night, dealer_code, name, bank_account AS new_account,
           LAG(bank_account) OVER (PARTITION BY dealer_code ORDER BY source_id, version, source_line) AS old_account
    FROM dealer
    WHERE bank_account <> '' AND night <= :business_date) k
LEFT JOIN decision a ON a.kind = 'ACCOUNT' AND a.payee_code = k.dealer_code AND a.bank_account = k.new_account
WHERE k.old_account IS NOT NULL AND k.old_account <> k.new_account
) x WHERE x.state IN ('NEW', 'PENDING')) c
