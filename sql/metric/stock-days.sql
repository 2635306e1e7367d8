-- stock-days 库存可销天数
-- unit: ratio
-- adds: no
-- zh: 期末库存件数 ÷ 期末前 28 天的日均净销量；只计商品，不计赠品、卡和物料。没有净销量则无此数，没有库存为 0。
-- en: Pieces on the shelves at the end of the span ÷ the mean net pieces a day of the 28 days until then; goods only, neither gifts nor
--     cards nor material. Nothing sold, no figure; no stock, 0.
-- include: report/part/shelf.sql
, outlets AS (
    SELECT m.outlet_code, o.branch_code, o.dealer_code, m.stock, m.sold
    FROM (
        SELECT s.outlet_code, SUM(s.closing) AS stock, SUM(s.sold_28) AS sold
        FROM shelf s
        JOIN product_dated p ON p.product_code = s.product_code AND COALESCE(NULLIF(p.kind, ''), 'GOODS') = 'GOODS'
            AND p.valid_from <= :to AND p.valid_until > :to
        GROUP BY s.outlet_code
    ) m
    LEFT JOIN outlet_dated o ON o.outlet_code = m.outlet_code
        AND o.valid_from <= :to AND o.valid_until > :to
)
SELECT k.scope_kind, ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code) AS scope_code, IF(SUM(u.stock) = 0, 0, SUM(u.stock) * 28 / SUM(u.sold)) AS value
FROM outlets u
CROSS JOIN (SELECT 1 AS nth, 'COMPANY' AS scope_kind UNION ALL SELECT 2, 'BRANCH' UNION ALL SELECT 3, 'OUTLET' UNION ALL SELECT 4, 'DEALER') k
WHERE ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code) <> ''
GROUP BY k.scope_kind, ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code)
HAVING SUM(u.sold) > 0 OR SUM(u.stock) = 0
