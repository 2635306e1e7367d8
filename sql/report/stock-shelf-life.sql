-- Every batch of what can spoil, and the days that are left of it: told at a third of its life, at 30 days, and when it is over. A dealer
-- is told of those only.
-- include: report/part/shelf.sql
SELECT * FROM (
SELECT s.outlet_code, o.name AS outlet_name, b.name AS branch_name, s.product_code, p.name AS product_name, s.batch_no, s.quantity,
       s.produced_on, s.produced_on + INTERVAL p.shelf_life_days DAY AS good_until,
       DATEDIFF(s.produced_on + INTERVAL p.shelf_life_days DAY, :business_date) AS days_left,
       CASE WHEN s.produced_on IS NULL THEN 'NO_DATE'
            WHEN DATEDIFF(s.produced_on + INTERVAL p.shelf_life_days DAY, :business_date) < 0 THEN 'OVER'
            WHEN DATEDIFF(s.produced_on + INTERVAL p.shelf_life_days DAY, :business_date) <= 30 THEN 'DAYS_30'
            WHEN DATEDIFF(s.produced_on + INTERVAL p.shelf_life_days DAY, :business_date) * 3 <= p.shelf_life_days THEN 'THIRD'
            ELSE 'GOOD' END AS state,
       ROUND(s.quantity * p.standard_cost, 2) AS stock_value
FROM (
    SELECT h.outlet_code, h.product_code, y.produced_on, COALESCE(y.batch_no, '') AS batch_no, SUM(y.quantity) AS quantity
    FROM shelf h
    JOIN JSON_TABLE(JSON_EXTRACT(h.layers, '$'), '$[*]' COLUMNS (quantity BIGINT PATH '$[1]', produced_on DATE PATH '$[2]', batch_no VARCHAR(32) PATH '$[3]')) y ON TRUE
    WHERE h.product_code IN (
        SELECT product_code FROM product_dated WHERE shelf_life_days IS NOT NULL AND valid_from <= :business_date AND valid_until > :business_date)
    GROUP BY h.outlet_code, h.product_code, y.produced_on, COALESCE(y.batch_no, '')
) s
STRAIGHT_JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND (:scope_code IS NULL OR IF(:scope_kind = 'dealer', o.dealer_code, o.branch_code) = :scope_code)
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
STRAIGHT_JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
) batches
WHERE state <> 'GOOD' OR :scope_kind <> 'dealer'
