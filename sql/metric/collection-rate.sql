-- collection-rate 回款率
-- unit: ratio
-- zh: 期间内到期的代收货款和代销结算款中，至今已收的比例（容差和核销不算已收）。无到期款则无此数。
-- en: Of the COD amounts and consignment settlements that fell due in the span, the part that has been paid by now (what was
--     tolerated or written off is not paid). Nothing due, no figure.
WITH due AS (
    SELECT r.dealer_code, d.branch_code, r.settled - r.tolerated AS paid, r.gross + r.adjusted AS owed
    FROM receivable r
    LEFT JOIN dealer_dated d ON d.dealer_code = r.dealer_code
        AND d.valid_from <= r.due_on AND d.valid_until > r.due_on
    WHERE r.due_on BETWEEN :from AND :to AND r.kind IN ('COD', 'CONSIGNMENT_SETTLEMENT') AND r.currency = :currency
)
SELECT scope_kind, scope_code, SUM(paid) / SUM(owed) AS value
FROM (
    SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code, paid, owed FROM due
    UNION ALL SELECT 'BRANCH', branch_code, paid, owed FROM due
    UNION ALL SELECT 'DEALER', dealer_code, paid, owed FROM due
) scoped
WHERE scope_code <> ''
GROUP BY scope_kind, scope_code
HAVING SUM(owed) > 0
