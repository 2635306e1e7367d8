-- What the night has posted, by cause.
SELECT plan, type, cause, origin_month, COUNT(DISTINCT payee_kind, payee_code) AS payees, SUM(amount) AS amount
FROM ledger
WHERE business_date = :business_date AND type NOT IN ('PAYOUT', 'CARRY')
GROUP BY plan, type, cause, origin_month
