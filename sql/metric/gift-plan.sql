-- gift-plan 赠品使用
-- unit: pieces
-- zh: 期间内赠品、卡和物料的使用件数（赠出、售出减退回）；任务值即计划。
-- en: Gifts, cards and material used in the span: given out, or sold less returned. Its target is the plan.
WITH used AS (
    SELECT d.outlet_code, o.branch_code, o.dealer_code, SUM(d.gifted + d.sold - d.returned) AS value
    FROM stock_day d
    STRAIGHT_JOIN product_dated p ON p.product_code = d.product_code AND COALESCE(NULLIF(p.kind, ''), 'GOODS') <> 'GOODS'
        AND p.valid_from <= d.business_date AND p.valid_until > d.business_date
    LEFT JOIN outlet_dated o ON o.outlet_code = d.outlet_code
        AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
    WHERE d.business_date BETWEEN :from AND :to
    GROUP BY d.outlet_code, o.branch_code, o.dealer_code
)
SELECT k.scope_kind, ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code) AS scope_code, SUM(u.value) AS value
FROM used u
CROSS JOIN (SELECT 1 AS nth, 'COMPANY' AS scope_kind UNION ALL SELECT 2, 'BRANCH' UNION ALL SELECT 3, 'OUTLET' UNION ALL SELECT 4, 'DEALER') k
WHERE ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code) <> ''
GROUP BY k.scope_kind, ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code)
