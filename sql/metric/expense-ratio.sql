-- expense-ratio 费用预算执行率
-- unit: ratio
-- zh: 期间内费用 ÷ 期间所及各月的费用预算（指标 expense 的任务值）。没有预算则无此数。
-- en: Expenses of the span ÷ the budgets (targets of the metric expense) of the months it touches. No budget, no figure.
SELECT b.scope_kind, b.scope_code, COALESCE(s.spent, 0) / b.budget AS value
FROM (
    SELECT t.scope_kind, IF(t.scope_kind = 'COMPANY', 'COMPANY', t.scope_code) AS scope_code, SUM(t.value) AS budget
    FROM current_target t
    WHERE t.period BETWEEN DATE_FORMAT(:from, '%Y-%m') AND DATE_FORMAT(:to, '%Y-%m') AND t.metric = 'expense'
      AND t.scope_kind IN ('COMPANY', 'BRANCH')
    GROUP BY 1, 2
    HAVING SUM(t.value) > 0
) b
LEFT JOIN (
    SELECT scope_kind, scope_code, SUM(amount) AS spent
    FROM (
        SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code, e.amount
        FROM current_expense e
        WHERE e.entry_date BETWEEN :from AND :to
        UNION ALL
        SELECT 'BRANCH', e.branch_code, e.amount
        FROM current_expense e
        WHERE e.entry_date BETWEEN :from AND :to
    ) scoped
    GROUP BY scope_kind, scope_code
) s ON s.scope_kind = b.scope_kind AND s.scope_code = b.scope_code
