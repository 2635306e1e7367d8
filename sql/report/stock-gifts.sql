-- Gifts, cards and campus material of the month so far: issued to the outlet, used (given or sold), left, counted last, missing by counts.
-- The plan is the outlet's target gift-plan, for all of them together. A gift out has a sale behind it when its reference is the number
-- of a sale of the same outlet.
-- include: report/part/shelf.sql
SELECT g.outlet_code, g.outlet_name, g.branch_name, g.kind, g.product_code, g.product_name, g.opening, g.issued, g.used, g.closing, g.counted,
       g.missing, g.unbacked, g.outlet_used, g.plan,
       CASE WHEN g.outlet_used > g.plan AND g.unbacked > 0 THEN 'BOTH' WHEN g.outlet_used > g.plan THEN 'OVER_PLAN' WHEN g.unbacked > 0 THEN 'NO_SALE'
            WHEN g.missing > 0 THEN 'MISSING' ELSE 'FINE' END AS state
FROM (
    SELECT s.outlet_code, o.name AS outlet_name, b.name AS branch_name, p.kind, s.product_code, p.name AS product_name,
           s.closing - s.net AS opening, s.issued, s.used, s.closing, v.counted, COALESCE(v.missing, 0) AS missing,
           COALESCE(u.quantity, 0) AS unbacked, SUM(s.used) OVER (PARTITION BY s.outlet_code) AS outlet_used, t.plan
    FROM (
        SELECT c.outlet_code, c.product_code, c.closing, c.received + c.returned + c.other_in - c.sold - c.other_out AS net,
               COALESCE(f.issued, 0) AS issued, COALESCE(f.used, 0) AS used
        FROM shelf c
        LEFT JOIN (
            SELECT d.outlet_code, d.product_code, SUM(d.received + d.transfer_in - d.transfer_out - d.pulled_back) AS issued,
                   SUM(d.gifted + d.sold - d.returned) AS used
            FROM stock_day d
            STRAIGHT_JOIN product_dated p ON p.product_code = d.product_code AND COALESCE(NULLIF(p.kind, ''), 'GOODS') <> 'GOODS'
                AND p.valid_from <= :business_date AND p.valid_until > :business_date
            WHERE d.business_date BETWEEN :from AND :to GROUP BY d.outlet_code, d.product_code
        ) f ON f.outlet_code = c.outlet_code AND f.product_code = c.product_code
    ) s
    JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
        AND o.valid_from <= :business_date AND o.valid_until > :business_date
    LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
        AND b.valid_from <= :business_date AND b.valid_until > :business_date
    JOIN product_dated p ON p.product_code = s.product_code
        AND p.valid_from <= :business_date AND p.valid_until > :business_date AND COALESCE(NULLIF(p.kind, ''), 'GOODS') <> 'GOODS'
    LEFT JOIN (
        SELECT outlet_code, product_code, SUM(GREATEST(calculated - counted, 0)) AS missing,
               CAST(SUBSTRING_INDEX(GROUP_CONCAT(counted ORDER BY business_date DESC, count_no DESC, line_no DESC), ',', 1) AS SIGNED) AS counted
        FROM stock_variance WHERE business_date BETWEEN :from AND :to GROUP BY outlet_code, product_code
    ) v ON v.outlet_code = s.outlet_code AND v.product_code = s.product_code
    LEFT JOIN (
        SELECT m.outlet_code, m.product_code, SUM(m.quantity) AS quantity
        FROM current_stock_movement m
        LEFT JOIN (
            SELECT DISTINCT g.movement_no, g.line_no
            FROM stock_movement g
            JOIN current_sale t ON t.doc_no = g.reference AND t.outlet_code = g.outlet_code AND t.kind = 'SALE'
            WHERE g.business_date BETWEEN :from AND :to AND g.type = 'GIFT_OUT'
        ) k ON k.movement_no = m.movement_no AND k.line_no = m.line_no
        WHERE m.business_date BETWEEN :from AND :to AND m.type = 'GIFT_OUT' AND k.movement_no IS NULL
        GROUP BY m.outlet_code, m.product_code
    ) u ON u.outlet_code = s.outlet_code AND u.product_code = s.product_code
    LEFT JOIN (
        SELECT t.scope_code, t.value AS plan
        FROM current_target t
        WHERE t.period = DATE_FORMAT(:business_date, '%Y-%m') AND t.metric = 'gift-plan' AND t.scope_kind = 'OUTLET'
    ) t ON t.scope_code = s.outlet_code
) g
WHERE g.closing <> 0 OR g.opening <> 0 OR g.issued <> 0 OR g.used <> 0 OR g.counted IS NOT NULL OR g.plan IS NOT NULL
