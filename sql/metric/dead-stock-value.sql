-- dead-stock-value 呆滞库存金额
-- unit: CNY
-- adds: no
-- zh: 期末库存中呆滞商品的标准成本金额：该网点超过 stock.dead-after-days 天没有卖出过，且最早一批货到货也已超过这么多天。没有标准成本的不计。
-- en: At the end of the span, standard cost of what is dead: not sold at its outlet for more than stock.dead-after-days, and its oldest
--     goods have been there longer than that. Products without a standard cost are left out.
WITH shelf AS (
    SELECT d.outlet_code, d.product_code, SUM(d.closing) AS closing,
           MIN(JSON_UNQUOTE(JSON_EXTRACT(d.layers, '$[0][0]'))) AS oldest
    FROM stock_cell c
    LEFT JOIN (
        SELECT outlet_code, product_code, MIN(business_date) AS first_on
        FROM stock_day WHERE business_date > :to GROUP BY outlet_code, product_code
    ) l ON l.outlet_code = c.outlet_code AND l.product_code = c.product_code
    LEFT JOIN stock_day n ON n.business_date = l.first_on AND n.outlet_code = c.outlet_code AND n.product_code = c.product_code AND n.ownership = 'OWNED'
    JOIN stock_day d ON d.business_date = IF(l.first_on IS NULL, c.last_on, n.previous_on)
        AND d.outlet_code = c.outlet_code AND d.product_code = c.product_code
    GROUP BY d.outlet_code, d.product_code
    HAVING SUM(d.closing) > 0
),
dead AS (
    SELECT s.outlet_code, o.branch_code, o.dealer_code, SUM(s.closing * p.standard_cost) AS value
    FROM shelf s
    JOIN product_dated p ON p.product_code = s.product_code AND p.standard_cost IS NOT NULL
        AND p.valid_from <= :to AND (p.valid_until IS NULL OR p.valid_until > :to)
    LEFT JOIN outlet_dated o ON o.outlet_code = s.outlet_code
        AND o.valid_from <= :to AND (o.valid_until IS NULL OR o.valid_until > :to)
    LEFT JOIN (
        SELECT DISTINCT outlet_code, product_code FROM product_day
        WHERE business_date BETWEEN :to - INTERVAL :dead_after_days DAY AND :to AND sold_quantity > 0
    ) q ON q.outlet_code = s.outlet_code AND q.product_code = s.product_code
    WHERE q.outlet_code IS NULL AND DATEDIFF(:to, s.oldest) > :dead_after_days
    GROUP BY s.outlet_code, o.branch_code, o.dealer_code
)
SELECT k.scope_kind, ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code) AS scope_code, SUM(u.value) AS value
FROM dead u
CROSS JOIN (SELECT 1 AS nth, 'COMPANY' AS scope_kind UNION ALL SELECT 2, 'BRANCH' UNION ALL SELECT 3, 'OUTLET' UNION ALL SELECT 4, 'DEALER') k
WHERE ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code) <> ''
GROUP BY k.scope_kind, ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code)
