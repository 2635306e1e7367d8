-- stock-days 库存可销天数
-- unit: ratio
-- adds: no
-- zh: 期末库存件数 ÷ 期末前 28 天的日均净销量；只计商品，不计赠品、卡和物料。没有净销量则无此数，没有库存为 0。
-- en: Pieces on the shelves at the end of the span ÷ the mean net pieces a day of the 28 days until then; goods only, neither gifts nor
--     cards nor material. Nothing sold, no figure; no stock, 0.
WITH moved AS (
    SELECT c.outlet_code, c.product_code, c.owned + c.consigned - COALESCE(l.net, 0) AS stock, 0 AS sold
    FROM stock_cell c
    LEFT JOIN (
        SELECT outlet_code, product_code, SUM(closing - opening) AS net
        FROM stock_day WHERE business_date > :to GROUP BY outlet_code, product_code
    ) l ON l.outlet_code = c.outlet_code AND l.product_code = c.product_code
    UNION ALL
    SELECT outlet_code, product_code, 0, sold_quantity - returned_quantity
    FROM product_day WHERE business_date BETWEEN :to - INTERVAL 27 DAY AND :to
),
outlets AS (
    SELECT m.outlet_code, o.branch_code, o.dealer_code, SUM(m.stock) AS stock, SUM(m.sold) AS sold
    FROM moved m
    JOIN product_dated p ON p.product_code = m.product_code AND COALESCE(NULLIF(p.kind, ''), 'GOODS') = 'GOODS'
        AND p.valid_from <= :to AND (p.valid_until IS NULL OR p.valid_until > :to)
    LEFT JOIN outlet_dated o ON o.outlet_code = m.outlet_code
        AND o.valid_from <= :to AND (o.valid_until IS NULL OR o.valid_until > :to)
    GROUP BY m.outlet_code, o.branch_code, o.dealer_code
)
SELECT scope_kind, scope_code, IF(SUM(stock) = 0, 0, SUM(stock) * 28 / SUM(sold)) AS value
FROM (
    SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code, stock, sold FROM outlets
    UNION ALL SELECT 'BRANCH', branch_code, stock, sold FROM outlets
    UNION ALL SELECT 'OUTLET', outlet_code, stock, sold FROM outlets
    UNION ALL SELECT 'DEALER', dealer_code, stock, sold FROM outlets
) scoped
WHERE scope_code <> ''
GROUP BY scope_kind, scope_code
HAVING SUM(sold) > 0 OR SUM(stock) = 0
