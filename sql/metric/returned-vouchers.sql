-- returned-vouchers 退回凭证数
-- unit: pieces
-- zh: 期间内首次退回的凭证数，事后改正的也算；同一主键多次退回只算一次。
-- en: Vouchers that were returned for the first time in the span, those mended since included; a key returned again counts once.
WITH returned AS (
    SELECT DISTINCT feed, voucher_key, branch_code FROM voucher WHERE decision = 'RETURNED' AND first_seen BETWEEN :from AND :to
)
SELECT scope_kind, scope_code, COUNT(*) AS value
FROM (
    SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code FROM returned
    UNION ALL SELECT 'BRANCH', branch_code FROM returned
) scoped
WHERE scope_code <> ''
GROUP BY scope_kind, scope_code
