-- What was sent and has not arrived as it was sent (E3), in both directions. What arrived belongs to the sender's line of the same number
-- and product, else to the one whose number its reference is. Where several outlets have sent a product under one number, what arrived
-- is theirs in the order of their codes, and what is too much is the last one's. As it is known today, up to the date.
WITH papers AS (
    SELECT DISTINCT o.movement_no, o.product_code
    FROM stock_movement o
    WHERE o.type = 'TRANSFER_OUT' AND o.business_date <= :business_date AND (:scope_code IS NULL OR o.outlet_code IN (
        SELECT outlet_code FROM outlet_dated WHERE branch_code = :scope_code AND valid_from <= :business_date AND valid_until > :business_date))
),
sent AS (
    SELECT o.movement_no, o.product_code, o.outlet_code, SUM(o.quantity) AS quantity, MIN(o.business_date) AS sent_on,
           GROUP_CONCAT(DISTINCT NULLIF(o.counter_outlet, '') ORDER BY o.counter_outlet SEPARATOR ', ') AS to_code
    FROM papers n
    JOIN current_stock_movement o ON o.movement_no = n.movement_no AND o.product_code = n.product_code AND o.type = 'TRANSFER_OUT' AND o.business_date <= :business_date
    GROUP BY o.movement_no, o.product_code, o.outlet_code
),
came AS (
    SELECT a.movement_no, a.product_code, SUM(a.quantity) AS quantity
    FROM (
        SELECT n.movement_no, n.product_code, i.quantity
        FROM papers n
        JOIN current_stock_movement i ON i.movement_no = n.movement_no AND i.product_code = n.product_code AND i.type = 'TRANSFER_IN' AND i.business_date <= :business_date
        UNION ALL
        SELECT n.movement_no, n.product_code, i.quantity
        FROM papers n
        JOIN current_stock_movement i ON i.reference = n.movement_no AND i.product_code = n.product_code AND i.type = 'TRANSFER_IN' AND i.business_date <= :business_date
            AND i.movement_no <> n.movement_no
        LEFT JOIN current_stock_movement o ON o.movement_no = i.movement_no AND o.product_code = i.product_code AND o.type = 'TRANSFER_OUT'
        WHERE o.movement_no IS NULL
    ) a
    GROUP BY a.movement_no, a.product_code
),
shared AS (
    SELECT s.*, COALESCE(a.quantity, 0) - (SUM(s.quantity) OVER (PARTITION BY s.movement_no, s.product_code ORDER BY s.outlet_code) - s.quantity) AS for_him,
           ROW_NUMBER() OVER (PARTITION BY s.movement_no, s.product_code ORDER BY s.outlet_code DESC) = 1 AS is_last
    FROM sent s
    LEFT JOIN came a ON a.movement_no = s.movement_no AND a.product_code = s.product_code
),
paired AS (
    SELECT h.*, GREATEST(IF(h.is_last, h.for_him, LEAST(h.for_him, h.quantity)), 0) AS arrived, DATEDIFF(:business_date, h.sent_on) AS days_since
    FROM shared h
)
SELECT s.movement_no, s.product_code, p.name AS product_name, s.outlet_code AS from_code, o.name AS from_name, b.name AS branch_name,
       s.to_code, t.name AS to_name, s.sent_on, s.days_since, s.quantity AS sent, s.arrived, s.quantity - s.arrived AS in_transit,
       ROUND((s.quantity - s.arrived) * p.standard_cost, 2) AS stock_value,
       CASE WHEN s.arrived > s.quantity THEN 'EXTRA' WHEN s.days_since > 7 THEN 'OVERDUE' ELSE 'IN_TRANSIT' END AS state
FROM paired s
JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
LEFT JOIN outlet_dated t ON t.outlet_code = s.to_code
    AND t.valid_from <= :business_date AND t.valid_until > :business_date
LEFT JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
WHERE s.quantity <> s.arrived
