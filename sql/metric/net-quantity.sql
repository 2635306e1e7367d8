-- net-quantity 净销量
-- unit: pieces
-- zh: 期间内销售件数减退货件数。网点当日所属的分公司、代理商各得其数；人员为销售员本人的单据。
-- en: Pieces sold less returns booked in the span. Each day counts for the branch and dealer the outlet belonged to then; a person's
--     are the lines he sold.
WITH sold AS (
    SELECT d.outlet_code, o.branch_code, o.dealer_code, SUM(d.sold_quantity - d.returned_quantity) AS value
    FROM outlet_day d
    LEFT JOIN outlet_dated o ON o.outlet_code = d.outlet_code
        AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
    WHERE d.business_date BETWEEN :from AND :to
    GROUP BY d.outlet_code, o.branch_code, o.dealer_code
)
SELECT scope_kind, scope_code, SUM(value) AS value
FROM (
    SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code, value FROM sold
    UNION ALL SELECT 'BRANCH', branch_code, value FROM sold
    UNION ALL SELECT 'OUTLET', outlet_code, value FROM sold
    UNION ALL SELECT 'DEALER', dealer_code, value FROM sold
    UNION ALL SELECT 'PERSON', seller_code, sold_quantity - returned_quantity FROM seller_day WHERE business_date BETWEEN :from AND :to
) scoped
WHERE scope_code <> ''
GROUP BY scope_kind, scope_code
