-- commission-efficiency 佣金效率
-- unit: ratio
-- zh: 期间内净销售额 ÷ 期间内记账、且属于期间内业务月份的佣金和补贴（计提、补贴、调整、扣回，不含奖金和手工）。佣金不大于 0 则无此数。
-- en: Net sales of the span ÷ what plans have earned payees by entries of the span for its own months (EARN, SUBSIDY, ADJUST, CLAWBACK; neither bonuses
--     nor manual entries). No figure where that is not above 0.
WITH sold AS (
    SELECT d.outlet_code, o.branch_code, o.dealer_code, SUM(d.gross_amount - d.returned_amount) AS net
    FROM outlet_day d
    LEFT JOIN outlet_dated o ON o.outlet_code = d.outlet_code
        AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
    WHERE d.business_date BETWEEN :from AND :to
    GROUP BY d.outlet_code, o.branch_code, o.dealer_code
),
paid AS (
    SELECT payee_kind, payee_code, business_date, SUM(amount) AS amount
    FROM ledger
    WHERE business_date BETWEEN :from AND :to AND type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK')
      AND origin_month BETWEEN DATE_FORMAT(:from, '%Y-%m') AND DATE_FORMAT(:to, '%Y-%m')
    GROUP BY payee_kind, payee_code, business_date
)
SELECT scope_kind, scope_code, SUM(net) / SUM(amount) AS value
FROM (
    SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code, net, 0 AS amount FROM sold
    UNION ALL SELECT 'BRANCH', branch_code, net, 0 FROM sold
    UNION ALL SELECT 'OUTLET', outlet_code, net, 0 FROM sold
    UNION ALL SELECT 'DEALER', dealer_code, net, 0 FROM sold
    UNION ALL SELECT 'PERSON', seller_code, gross_amount - returned_amount, 0
    FROM seller_day WHERE business_date BETWEEN :from AND :to
    UNION ALL SELECT 'COMPANY', 'COMPANY', 0, amount FROM paid
    UNION ALL SELECT payee_kind, payee_code, 0, amount FROM paid
    UNION ALL SELECT 'BRANCH', COALESCE(o.branch_code, d.branch_code, p.branch_code), 0, paid.amount
    FROM paid
    LEFT JOIN outlet_dated o ON paid.payee_kind = 'OUTLET' AND o.outlet_code = paid.payee_code
        AND o.valid_from <= paid.business_date AND o.valid_until > paid.business_date
    LEFT JOIN dealer_dated d ON paid.payee_kind = 'DEALER' AND d.dealer_code = paid.payee_code
        AND d.valid_from <= paid.business_date AND d.valid_until > paid.business_date
    LEFT JOIN person_dated p ON paid.payee_kind = 'PERSON' AND p.person_code = paid.payee_code
        AND p.valid_from <= paid.business_date AND p.valid_until > paid.business_date
) scoped
WHERE scope_code <> ''
GROUP BY scope_kind, scope_code
HAVING SUM(amount) > 0
