-- active-dealers 活跃代理商数
-- unit: pieces
-- adds: no
-- zh: 期间内其网点净销售额合计大于 0 的代理商数；分公司按网点当日所属计。
-- en: Dealers whose outlets' sales less returns of the span are above 0; a branch counts those of the outlets it had.
WITH sold AS (
    SELECT o.branch_code, o.dealer_code, SUM(d.gross_amount - d.returned_amount) AS net
    FROM outlet_day d
    JOIN outlet_dated o ON o.outlet_code = d.outlet_code AND o.dealer_code <> ''
        AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
    WHERE d.business_date BETWEEN :from AND :to
    GROUP BY o.branch_code, o.dealer_code
)
SELECT scope_kind, scope_code, COUNT(*) AS value
FROM (
    SELECT scope_kind, scope_code, dealer_code
    FROM (
        SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code, dealer_code, net FROM sold
        UNION ALL SELECT 'BRANCH', branch_code, dealer_code, net FROM sold
    ) scoped
    GROUP BY scope_kind, scope_code, dealer_code
    HAVING SUM(net) > 0
) active
GROUP BY scope_kind, scope_code
