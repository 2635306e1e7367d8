-- What dealers have declared and people counted this month, beside what was calculated for that day or instant: rows that agree
-- stand here too. Counts are compared as of their instant, declarations as of the end of their day.
SELECT s.kind, s.observed_on, s.counted_at, s.paper, s.outlet_code, o.name AS outlet_name, b.name AS branch_name, s.product_code,
       p.name AS product_name, s.calculated, s.observed, s.observed - s.calculated AS gap,
       CASE WHEN s.observed = s.calculated THEN 'AGREES' WHEN s.observed < s.calculated THEN 'MISSING' ELSE 'EXTRA' END AS state,
       ROUND((s.observed - s.calculated) * p.standard_cost, 2) AS gap_value, s.counted_by
FROM (
    SELECT 'COUNTED' AS kind, v.business_date AS observed_on, k.counted_at, CONCAT(v.count_no, '/', v.line_no) AS paper, v.outlet_code,
           v.product_code, v.calculated, v.counted AS observed, k.counted_by
    FROM stock_variance v
    JOIN current_stock_count k ON k.count_no = v.count_no AND k.line_no = v.line_no
    WHERE v.business_date BETWEEN :from AND :to
    UNION ALL
    SELECT 'DECLARED', q.as_of, NULL, NULL, q.outlet_code, q.product_code,
           COALESCE(MAX(c.owned + c.consigned), 0) - COALESCE(SUM(d.closing - d.opening), 0), q.quantity, NULL
    FROM current_stock_declared q
    LEFT JOIN stock_cell c ON c.outlet_code = q.outlet_code AND c.product_code = q.product_code
    LEFT JOIN (
        SELECT business_date, outlet_code, product_code, closing, opening FROM stock_day WHERE business_date > :from
    ) d ON d.outlet_code = q.outlet_code AND d.product_code = q.product_code AND d.business_date > q.as_of
    WHERE q.as_of BETWEEN :from AND :to
    GROUP BY q.as_of, q.outlet_code, q.product_code, q.quantity
) s
JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
LEFT JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
