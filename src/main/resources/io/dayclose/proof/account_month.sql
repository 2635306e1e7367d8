-- What an account has come to, beside what its entries come to: earned, held, forfeited.
SELECT CONCAT_WS(' ', plan, origin_month, payee_kind, payee_code), SUM(entries), SUM(account) FROM (
    SELECT plan, origin_month, payee_kind, payee_code, 'total' AS what, earned + adjusted + clawed AS account, 0 AS entries FROM account_month WHERE (:month IN ('', origin_month) OR origin_month IN (SELECT x.origin_month FROM ledger x WHERE x.posting_month = :month))
    UNION ALL SELECT plan, origin_month, payee_kind, payee_code, 'held', held, 0 FROM account_month WHERE (:month IN ('', origin_month) OR origin_month IN (SELECT x.origin_month FROM ledger x WHERE x.posting_month = :month))
    UNION ALL SELECT plan, origin_month, payee_kind, payee_code, 'forfeited', forfeited, 0 FROM account_month WHERE (:month IN ('', origin_month) OR origin_month IN (SELECT x.origin_month FROM ledger x WHERE x.posting_month = :month))
    UNION ALL SELECT plan, origin_month, payee_kind, payee_code, 'total', 0, amount FROM ledger
        WHERE plan <> '' AND type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK') AND (:month IN ('', origin_month) OR origin_month IN (SELECT x.origin_month FROM ledger x WHERE x.posting_month = :month))
    UNION ALL SELECT plan, origin_month, payee_kind, payee_code, 'held', 0, CASE type WHEN 'HOLD' THEN amount ELSE -amount END FROM ledger
        WHERE plan <> '' AND type IN ('HOLD', 'RELEASE', 'FORFEIT') AND (:month IN ('', origin_month) OR origin_month IN (SELECT x.origin_month FROM ledger x WHERE x.posting_month = :month))
    UNION ALL SELECT plan, origin_month, payee_kind, payee_code, 'forfeited', 0, amount FROM ledger
        WHERE plan <> '' AND type = 'FORFEIT' AND (:month IN ('', origin_month) OR origin_month IN (SELECT x.origin_month FROM ledger x WHERE x.posting_month = :month))) a
GROUP BY plan, origin_month, payee_kind, payee_code, what HAVING SUM(entries) <> SUM(account)
