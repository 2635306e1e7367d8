-- dead-stock-value 呆滞库存金额
-- unit: CNY
-- adds: no
-- zh: 期末库存中呆滞商品的标准成本金额：该网点超过 stock.dead-after-days 天没有卖出过，且最早一批货到货也已超过这么多天。没有标准成本的不计。
-- en: At the end of the span, standard cost of what is dead: not sold at its outlet for more than stock.dead-after-days, and its oldest
--     goods have been there longer than that. Products without a standard cost are left out.
-- include: report/part/shelf.sql
, dead AS (
    SELECT s.outlet_code, o.branch_code, o.dealer_code, SUM(ROUND(s.closing * p.standard_cost, 2)) AS value
    FROM shelf s
    JOIN product_dated p ON p.product_code = s.product_code AND p.standard_cost IS NOT NULL
        AND p.valid_from <= :to AND p.valid_until > :to
    LEFT JOIN outlet_dated o ON o.outlet_code = s.outlet_code
        AND o.valid_from <= :to AND o.valid_until > :to
    WHERE s.closing > 0 AND (s.sold_on IS NULL OR DATEDIFF(:to, s.sold_on) > :dead_after_days) AND DATEDIFF(:to, s.oldest) > :dead_after_days
    GROUP BY s.outlet_code, o.branch_code, o.dealer_code
)
SELECT k.scope_kind, ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code) AS scope_code, SUM(u.value) AS value
FROM dead u
CROSS JOIN (SELECT 1 AS nth, 'COMPANY' AS scope_kind UNION ALL SELECT 2, 'BRANCH' UNION ALL SELECT 3, 'OUTLET' UNION ALL SELECT 4, 'DEALER') k
WHERE ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code) <> ''
GROUP BY k.scope_kind, ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code)
