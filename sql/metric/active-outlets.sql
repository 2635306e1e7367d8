-- active-outlets 活跃网点数
-- unit: pieces
-- adds: no
-- zh: 期间内净销售额大于 0 的网点数。
-- en: Outlets whose sales less returns of the span are above 0.
WITH sold AS (
    SELECT d.outlet_code, o.branch_code, o.dealer_code, SUM(d.gross_amount - d.returned_amount) AS net
    FROM outlet_day d
    LEFT JOIN outlet_dated o ON o.outlet_code = d.outlet_code
        AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
    WHERE d.business_date BETWEEN :from AND :to
    GROUP BY d.outlet_code, o.branch_code, o.dealer_code
)
SELECT scope_kind, scope_code, COUNT(*) AS value
FROM (
    SELECT scope_kind, scope_code, outlet_code
    FROM (
        SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code, outlet_code, net FROM sold
        UNION ALL SELECT 'BRANCH', branch_code, outlet_code, net FROM sold
        UNION ALL SELECT 'DEALER', dealer_code, outlet_code, net FROM sold
    ) scoped
    WHERE scope_code <> ''
    GROUP BY scope_kind, scope_code, outlet_code
    HAVING SUM(net) > 0
) active
GROUP BY scope_kind, scope_code
