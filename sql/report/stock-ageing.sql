-- What stands on the shelves by the day it came (E13), of both ownerships; a debt has no layers and stands beside. Dead: not sold here
-- for more than dead-after-days, and its oldest goods have been here longer than that.
-- include: report/part/shelf.sql
SELECT s.outlet_code, o.name AS outlet_name, b.name AS branch_name, s.product_code, p.name AS product_name, p.category,
       s.closing, s.days_30, s.days_60, s.days_90, s.days_180, s.older, s.debt, s.oldest, DATEDIFF(:business_date, s.oldest) AS age,
       s.sold_on,
       CASE WHEN s.closing > 0 AND DATEDIFF(:business_date, s.oldest) > :dead_after_days
                 AND (s.sold_on IS NULL OR DATEDIFF(:business_date, s.sold_on) > :dead_after_days) THEN 'DEAD'
            WHEN s.days_180 + s.older > 0 THEN 'OLD' ELSE 'FRESH' END AS state,
       ROUND(s.closing * p.standard_cost, 2) AS stock_value,
       ROUND((s.days_180 + s.older) * p.standard_cost, 2) AS old_value
FROM (
    SELECT h.outlet_code, h.product_code, MAX(h.closing) AS closing, MAX(h.debt) AS debt, MAX(h.sold_on) AS sold_on,
           COALESCE(SUM(IF(DATEDIFF(:business_date, y.received_on) <= 30, y.quantity, 0)), 0) AS days_30,
           COALESCE(SUM(IF(DATEDIFF(:business_date, y.received_on) BETWEEN 31 AND 60, y.quantity, 0)), 0) AS days_60,
           COALESCE(SUM(IF(DATEDIFF(:business_date, y.received_on) BETWEEN 61 AND 90, y.quantity, 0)), 0) AS days_90,
           COALESCE(SUM(IF(DATEDIFF(:business_date, y.received_on) BETWEEN 91 AND 180, y.quantity, 0)), 0) AS days_180,
           COALESCE(SUM(IF(DATEDIFF(:business_date, y.received_on) > 180, y.quantity, 0)), 0) AS older, MIN(y.received_on) AS oldest
    FROM shelf h
    LEFT JOIN JSON_TABLE(JSON_EXTRACT(h.layers, '$'), '$[*]' COLUMNS (received_on DATE PATH '$[0]', quantity BIGINT PATH '$[1]')) y ON TRUE
    WHERE h.closing <> 0 OR h.debt <> 0
    GROUP BY h.outlet_code, h.product_code
) s
JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
LEFT JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
