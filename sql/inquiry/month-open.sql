-- What is open beside a month that is closed.
SELECT (SELECT COUNT(*) FROM account_month WHERE held <> 0 AND origin_month = :month) AS held,
       (SELECT COUNT(*) FROM break_item WHERE is_open = 1) AS breaks,
       (SELECT COUNT(*) FROM voucher WHERE decision = 'RETURNED' AND resolved_on IS NULL) AS vouchers,
       (SELECT COUNT(*) FROM decision WHERE state = 'PENDING') AS decisions,
       (SELECT COUNT(*) FROM bonus_plan_month WHERE state <> 'APPROVED' AND month = :month) AS bonuses
