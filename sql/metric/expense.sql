-- expense 费用
-- unit: CNY
-- zh: 期间内入账的费用，冲减为负。
-- en: Expenses entered in the span, what was taken back deducted.
WITH spent AS (
    SELECT e.branch_code, e.amount
    FROM expense e
    LEFT JOIN expense n ON n.entry_no = e.entry_no AND n.version = e.version + 1
    WHERE e.entry_date BETWEEN :from AND :to AND n.entry_no IS NULL
)
SELECT scope_kind, scope_code, SUM(amount) AS value
FROM (
    SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code, amount FROM spent
    UNION ALL SELECT 'BRANCH', branch_code, amount FROM spent
) scoped
GROUP BY scope_kind, scope_code
