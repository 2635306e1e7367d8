-- The figures of the first sheet: one row.
-- include: report/part/shelf.sql
SELECT COALESCE(SUM(s.quantity), 0) AS quantity, COALESCE(SUM(IF(s.good_until < :business_date, s.quantity, 0)), 0) AS quantity_over,
       MIN(IF(s.good_until >= :business_date, s.good_until, NULL)) AS next_until
FROM (
    SELECT y.quantity, y.produced_on + INTERVAL p.shelf_life_days DAY AS good_until, p.shelf_life_days, y.produced_on
    FROM shelf h
    JOIN product_dated p ON p.product_code = h.product_code AND p.shelf_life_days IS NOT NULL
        AND p.valid_from <= :business_date AND p.valid_until > :business_date
    JOIN JSON_TABLE(JSON_EXTRACT(h.layers, '$'), '$[*]' COLUMNS (quantity BIGINT PATH '$[1]', produced_on DATE PATH '$[2]')) y ON TRUE
) s
WHERE s.produced_on IS NULL OR DATEDIFF(s.good_until, :business_date) <= 30 OR DATEDIFF(s.good_until, :business_date) * 3 <= s.shelf_life_days
