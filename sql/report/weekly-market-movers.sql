-- Of outlets and of products, the ten whose net sales rose and the ten whose net sales fell most against the week before.
WITH moved AS (
    SELECT 'OUTLET' AS kind, d.outlet_code AS code,
           SUM(IF(d.business_date > :business_date - INTERVAL 7 DAY, d.gross_amount - d.returned_amount, 0)) AS net_amount,
           SUM(IF(d.business_date > :business_date - INTERVAL 7 DAY, 0, d.gross_amount - d.returned_amount)) AS week_before
    FROM outlet_day d WHERE d.business_date BETWEEN :business_date - INTERVAL 13 DAY AND :business_date
    GROUP BY d.outlet_code
    UNION ALL
    SELECT 'PRODUCT', d.product_code,
           SUM(IF(d.business_date > :business_date - INTERVAL 7 DAY, d.gross_amount - d.returned_amount, 0)),
           SUM(IF(d.business_date > :business_date - INTERVAL 7 DAY, 0, d.gross_amount - d.returned_amount))
    FROM product_day d WHERE d.business_date BETWEEN :business_date - INTERVAL 13 DAY AND :business_date
    GROUP BY d.product_code
),
placed AS (
    SELECT kind, code, net_amount, week_before, net_amount - week_before AS moved_amount,
           ROW_NUMBER() OVER (PARTITION BY kind ORDER BY net_amount - week_before DESC, code) AS from_top,
           ROW_NUMBER() OVER (PARTITION BY kind ORDER BY net_amount - week_before, code) AS from_bottom
    FROM moved
)
SELECT m.kind, IF(m.moved_amount > 0, 'UP', 'DOWN') AS direction, IF(m.moved_amount > 0, m.from_top, m.from_bottom) AS place,
       m.code, COALESCE(o.name, p.name) AS name, b.name AS branch_name, m.net_amount, m.week_before, m.moved_amount,
       CASE WHEN m.week_before > 0 THEN m.net_amount / m.week_before - 1 END AS week_growth
FROM placed m
LEFT JOIN outlet_dated o ON m.kind = 'OUTLET' AND o.outlet_code = m.code
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
LEFT JOIN product_dated p ON m.kind = 'PRODUCT' AND p.product_code = m.code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
WHERE m.moved_amount > 0 AND m.from_top <= 10 OR m.moved_amount < 0 AND m.from_bottom <= 10
