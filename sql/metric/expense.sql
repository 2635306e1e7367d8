-- expense 费用
-- unit: CNY
-- zh: 期间内入账的费用，冲减为负。
-- en: Expenses entered in the span, what was taken back deducted.
WITH spent AS (
    SELECT e.branch_code, e.amount
    FROM current_expense e
    WHERE e.entry_date BETWEEN :from AND :to
)
SELECT scope_kind, scope_code, SUM(amount) AS value
FROM (
    SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code, amount FROM spent
    UNION ALL SELECT 'BRANCH', branch_code, amount FROM spent
) scoped
GROUP BY scope_kind, scope_code
