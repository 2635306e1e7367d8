-- gross-margin 毛利
-- unit: CNY
-- zh: 期间内净销售额减净销量 × 当日标准成本；没有标准成本的商品不计。按网点和商品的日汇总计算，因此没有人员数。
-- en: Net sales less net pieces × the standard cost of the day they were booked; products without a standard cost are left out.
--     It is made from the sums of outlets' products, so there is none of persons.
WITH sold AS (
    SELECT m.outlet_code, o.branch_code, o.dealer_code, SUM(m.value) AS value
    FROM (
        SELECT d.business_date, d.outlet_code,
               SUM(d.gross_amount - d.returned_amount - (d.sold_quantity - d.returned_quantity) * p.standard_cost) AS value
        FROM product_day d
        STRAIGHT_JOIN product_dated p ON p.product_code = d.product_code AND p.standard_cost IS NOT NULL
            AND p.valid_from <= d.business_date AND p.valid_until > d.business_date
        WHERE d.business_date BETWEEN :from AND :to
        GROUP BY d.business_date, d.outlet_code
    ) m
    LEFT JOIN outlet_dated o ON o.outlet_code = m.outlet_code
        AND o.valid_from <= m.business_date AND o.valid_until > m.business_date
    GROUP BY m.outlet_code, o.branch_code, o.dealer_code
)
SELECT k.scope_kind, ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code) AS scope_code, SUM(u.value) AS value
FROM sold u
CROSS JOIN (SELECT 1 AS nth, 'COMPANY' AS scope_kind UNION ALL SELECT 2, 'BRANCH' UNION ALL SELECT 3, 'OUTLET' UNION ALL SELECT 4, 'DEALER') k
WHERE ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code) <> ''
GROUP BY k.scope_kind, ELT(k.nth, 'COMPANY', u.branch_code, u.outlet_code, u.dealer_code)
