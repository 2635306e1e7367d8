-- collection 回款
-- unit: CNY
-- zh: 公司：期间内银行到账的全部款项。代理商：其本人汇来的款项，加上当夜对账确认物流公司已向其代收的货款；分公司：其代理商之和。
--     物流公司的汇款已扣费且为多家合并，故分公司之和不等于公司。
-- en: Of the company, all money that came in at the bank. Of a dealer, what he sent himself and what carriers have collected from
--     him, on the night their statement was matched; of a branch, its dealers'. Carriers remit for many at once and less
--     their fees, so branches do not add up to the company.
WITH paid AS (
    SELECT r.payer_kind, r.payer_code AS dealer_code, r.received_on AS paid_on, r.amount AS value
    FROM current_receipt r
    WHERE r.received_on BETWEEN :from AND :to AND COALESCE(NULLIF(r.currency, ''), :currency) = :currency
),
dealers AS (
    SELECT dealer_code, paid_on, value FROM paid WHERE payer_kind = 'DEALER'
    UNION ALL
    SELECT r.dealer_code, e.night, e.amount
    FROM receivable_entry e
    JOIN receivable r ON r.kind = e.kind AND r.debtor = e.debtor AND r.subject = e.subject
    WHERE e.night BETWEEN :from AND :to AND e.kind = 'COD' AND e.what IN ('LINE', 'SUSPENSE', 'REVERSAL') AND e.currency = :currency
)
SELECT scope_kind, scope_code, SUM(value) AS value
FROM (
    SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code, value FROM paid
    UNION ALL SELECT 'DEALER', dealer_code, value FROM dealers
    UNION ALL SELECT 'BRANCH', d.branch_code, p.value
    FROM dealers p
    JOIN dealer_dated d ON d.dealer_code = p.dealer_code
        AND d.valid_from <= p.paid_on AND d.valid_until > p.paid_on
) scoped
WHERE scope_code <> ''
GROUP BY scope_kind, scope_code
