-- What the night has posted, by cause. What is earned, held, released and forfeited are figures of their own: nothing is added across them.
SELECT plan, cause, origin_month, COUNT(DISTINCT payee_kind, payee_code) AS payees,
       SUM(IF(type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK'), amount, 0)) AS earned,
       SUM(IF(type = 'HOLD', amount, 0)) AS held,
       SUM(IF(type = 'RELEASE', amount, 0)) AS released,
       SUM(IF(type = 'FORFEIT', amount, 0)) AS forfeited,
       SUM(IF(type IN ('BONUS', 'MANUAL'), amount, 0)) AS other
FROM ledger
WHERE business_date = :business_date AND type NOT IN ('PAYOUT', 'CARRY')
GROUP BY plan, cause, origin_month
