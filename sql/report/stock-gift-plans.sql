-- What the plans of gifts, cards and material of this month come to: company, branches and outlets that have one.
WITH used AS (
    SELECT d.outlet_code, o.branch_code, SUM(d.gifted + d.sold - d.returned) AS used
    FROM stock_day d
    JOIN product_dated p ON p.product_code = d.product_code AND COALESCE(NULLIF(p.kind, ''), 'GOODS') <> 'GOODS'
        AND p.valid_from <= :business_date AND p.valid_until > :business_date
    JOIN outlet_dated o ON o.outlet_code = d.outlet_code
        AND o.valid_from <= :business_date AND o.valid_until > :business_date
    WHERE d.business_date BETWEEN :from AND :to
    GROUP BY d.outlet_code, o.branch_code
),
plans AS (
    SELECT t.scope_kind, IF(t.scope_kind = 'COMPANY', 'COMPANY', t.scope_code) AS scope_code, t.value AS plan
    FROM current_target t
    WHERE t.period = DATE_FORMAT(:business_date, '%Y-%m') AND t.metric = 'gift-plan' AND t.scope_kind IN ('COMPANY', 'BRANCH', 'OUTLET')
)
SELECT t.scope_kind, t.scope_code, COALESCE(o.name, b.name) AS scope_name, t.plan, COALESCE(SUM(u.used), 0) AS used,
       t.plan - COALESCE(SUM(u.used), 0) AS left_of_plan, CASE WHEN t.plan > 0 THEN COALESCE(SUM(u.used), 0) / t.plan END AS used_share
FROM plans t
LEFT JOIN outlet_dated o ON t.scope_kind = 'OUTLET' AND o.outlet_code = t.scope_code
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
LEFT JOIN branch_dated b ON t.scope_kind = 'BRANCH' AND b.branch_code = t.scope_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
LEFT JOIN used u ON t.scope_kind = 'COMPANY' OR t.scope_kind = 'BRANCH' AND u.branch_code = t.scope_code OR t.scope_kind = 'OUTLET' AND u.outlet_code = t.scope_code
WHERE :scope_code IS NULL OR t.scope_kind = 'BRANCH' AND t.scope_code = :scope_code OR t.scope_kind = 'OUTLET' AND o.branch_code = :scope_code
GROUP BY t.scope_kind, t.scope_code, o.name, b.name, t.plan
