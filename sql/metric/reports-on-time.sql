-- reports-on-time 报表及时率
-- unit: ratio
-- zh: 期间内已日结的日子中，当夜不欠任何报表的日子所占比例；公司按任一分公司都不欠计。期间内没有日结则无此数。
-- en: Of the days of the span that were closed, the part on whose night no report was owed by the branch; for the company, by
--     anybody. No day closed, no figure.
WITH nights AS (
    SELECT DISTINCT business_date AS night FROM business_day WHERE business_date BETWEEN :from AND :to
),
owed AS (
    SELECT DISTINCT o.night, o.branch_code FROM owed_report o JOIN nights n ON n.night = o.night
)
SELECT 'COMPANY' AS scope_kind, 'COMPANY' AS scope_code,
       1 - (SELECT COUNT(DISTINCT night) FROM owed) / COUNT(*) AS value
FROM nights
HAVING COUNT(*) > 0
UNION ALL
SELECT 'BRANCH', b.branch_code, 1 - COUNT(o.night) / COUNT(*)
FROM branch_dated b
CROSS JOIN nights n
LEFT JOIN owed o ON o.night = n.night AND o.branch_code = b.branch_code
WHERE b.valid_from <= :to AND b.valid_until > :to
GROUP BY b.branch_code
