-- gift-plan 赠品使用
-- unit: pieces
-- zh: 期间内赠品、卡和物料的使用件数（赠出、售出减退回）；任务值即计划。
-- en: Gifts, cards and material used in the span: given out, or sold less returned. Its target is the plan.
WITH used AS (
    SELECT d.outlet_code, o.branch_code, o.dealer_code, SUM(d.gifted + d.sold - d.returned) AS value
    FROM stock_day d
    JOIN product_dated p ON p.product_code = d.product_code AND COALESCE(NULLIF(p.kind, ''), 'GOODS') <> 'GOODS'
        AND p.valid_from <= d.business_date AND (p.valid_until IS NULL OR p.valid_until > d.business_date)
    LEFT JOIN outlet_dated o ON o.outlet_code = d.outlet_code
        AND o.valid_from <= d.business_date AND (o.valid_until IS NULL OR o.valid_until > d.business_date)
    WHERE d.business_date BETWEEN :from AND :to
    GROUP BY d.outlet_code, o.branch_code, o.dealer_code
)
SELECT scope_kind, scope_code, SUM(value) AS value
FROM (
    SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code, value FROM used
    UNION ALL SELECT 'BRANCH', branch_code, value FROM used
    UNION ALL SELECT 'OUTLET', outlet_code, value FROM used
    UNION ALL SELECT 'DEALER', dealer_code, value FROM used
) scoped
WHERE scope_code <> ''
GROUP BY scope_kind, scope_code
