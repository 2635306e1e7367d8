-- new-outlets 新增网点数
-- unit: pieces
-- zh: 开业日期在期间内的网点数，所属按期末主数据。
-- en: Outlets whose first day lies in the span, by the branch and dealer they belong to at its end.
WITH opened AS (
    SELECT outlet_code, branch_code, dealer_code
    FROM outlet_dated
    WHERE opened_on BETWEEN :from AND :to AND valid_from <= :to AND valid_until > :to
)
SELECT scope_kind, scope_code, COUNT(*) AS value
FROM (
    SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code FROM opened
    UNION ALL SELECT 'BRANCH', branch_code FROM opened
    UNION ALL SELECT 'DEALER', dealer_code FROM opened
) scoped
WHERE scope_code <> ''
GROUP BY scope_kind, scope_code
