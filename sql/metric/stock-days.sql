-- stock-days 库存可销天数
-- unit: ratio
-- adds: no
-- zh: 期末库存件数 ÷ 期末前 28 天的日均净销量；只计商品，不计赠品、卡和物料。没有净销量则无此数，没有库存为 0。
-- en: Pieces on the shelves at the end of the span ÷ the mean net pieces a day of the 28 days until then; goods only, neither gifts nor
--     cards nor material. Nothing sold, no figure; no stock, 0.
WITH outlets AS (
    SELECT m.outlet_code, o.branch_code, o.dealer_code, SUM(m.stock) AS stock, SUM(m.sold) AS sold
    FROM (
        SELECT c.outlet_code, SUM(c.owned + c.consigned - COALESCE(l.net, 0)) AS stock, 0 AS sold
        FROM stock_cell c
        STRAIGHT_JOIN product_dated p ON p.product_code = c.product_code AND COALESCE(NULLIF(p.kind, ''), 'GOODS') = 'GOODS'
            AND p.valid_from <= :to AND (p.valid_until IS NULL OR p.valid_until > :to)
        LEFT JOIN (
            SELECT outlet_code, product_code, SUM(closing - opening) AS net
            FROM stock_day WHERE business_date > :to GROUP BY outlet_code, product_code
        ) l ON l.outlet_code = c.outlet_code AND l.product_code = c.product_code
        GROUP BY c.outlet_code
        UNION ALL
        SELECT d.outlet_code, 0, SUM(d.sold_quantity - d.returned_quantity)
        FROM product_day d
        STRAIGHT_JOIN product_dated p ON p.product_code = d.product_code AND COALESCE(NULLIF(p.kind, ''), 'GOODS') = 'GOODS'
            AND p.valid_from <= :to AND (p.valid_until IS NULL OR p.valid_until > :to)
        WHERE d.business_date BETWEEN :to - INTERVAL 27 DAY AND :to
        GROUP BY d.outlet_code
    ) m
    LEFT JOIN outlet_dated o ON o.outlet_code = m.outlet_code
        AND o.valid_from <= :to AND (o.valid_until IS NULL OR o.valid_until > :to)
    GROUP BY m.outlet_code, o.branch_code, o.dealer_code
)
SELECT k.scope_kind, ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code) AS scope_code, IF(SUM(u.stock) = 0, 0, SUM(u.stock) * 28 / SUM(u.sold)) AS value
FROM outlets u
CROSS JOIN (SELECT 1 AS nth, 'COMPANY' AS scope_kind UNION ALL SELECT 2, 'BRANCH' UNION ALL SELECT 3, 'OUTLET' UNION ALL SELECT 4, 'DEALER') k
WHERE ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code) <> ''
GROUP BY k.scope_kind, ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code)
HAVING SUM(u.sold) > 0 OR SUM(u.stock) = 0
