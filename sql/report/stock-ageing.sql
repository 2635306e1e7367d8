-- What stands on the shelves by the day it came (E13), of both ownerships; a debt has no layers and stands beside. Dead: not sold here
-- for more than dead-after-days, and its oldest goods have been here longer than that.
SELECT s.outlet_code, o.name AS outlet_name, b.name AS branch_name, s.product_code, p.name AS product_name, p.category,
       s.closing, s.days_30, s.days_60, s.days_90, s.days_180, s.older, s.debt, s.oldest, DATEDIFF(:business_date, s.oldest) AS age,
       q.sold_on,
       CASE WHEN s.closing > 0 AND DATEDIFF(:business_date, s.oldest) > :dead_after_days
                 AND (q.sold_on IS NULL OR DATEDIFF(:business_date, q.sold_on) > :dead_after_days) THEN 'DEAD'
            WHEN s.days_180 + s.older > 0 THEN 'OLD' ELSE 'FRESH' END AS state,
       ROUND(s.closing * p.standard_cost, 2) AS stock_value,
       ROUND((s.days_180 + s.older) * p.standard_cost, 2) AS old_value
FROM (
    SELECT d.outlet_code, d.product_code, SUM(IF(y.nth IS NULL OR y.nth = 1, d.closing, 0)) AS closing,
           COALESCE(SUM(IF(DATEDIFF(:business_date, y.received_on) <= 30, y.quantity, 0)), 0) AS days_30,
           COALESCE(SUM(IF(DATEDIFF(:business_date, y.received_on) BETWEEN 31 AND 60, y.quantity, 0)), 0) AS days_60,
           COALESCE(SUM(IF(DATEDIFF(:business_date, y.received_on) BETWEEN 61 AND 90, y.quantity, 0)), 0) AS days_90,
           COALESCE(SUM(IF(DATEDIFF(:business_date, y.received_on) BETWEEN 91 AND 180, y.quantity, 0)), 0) AS days_180,
           COALESCE(SUM(IF(DATEDIFF(:business_date, y.received_on) > 180, y.quantity, 0)), 0) AS older,
           LEAST(SUM(IF(y.nth IS NULL, d.closing, 0)), 0) AS debt, MIN(y.received_on) AS oldest
    FROM stock_cell c
    -- include: report/part/as-it-stood.sql
    LEFT JOIN JSON_TABLE(d.layers, '$[*]' COLUMNS (nth FOR ORDINALITY, received_on DATE PATH '$[0]', quantity BIGINT PATH '$[1]')) y ON TRUE
    WHERE (:scope_code IS NULL OR c.outlet_code IN (
        SELECT outlet_code FROM outlet_dated WHERE branch_code = :scope_code AND valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date)))
    GROUP BY d.outlet_code, d.product_code
) s
JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    AND o.valid_from <= :business_date AND (o.valid_until IS NULL OR o.valid_until > :business_date)
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND (b.valid_until IS NULL OR b.valid_until > :business_date)
LEFT JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= :business_date AND (p.valid_until IS NULL OR p.valid_until > :business_date)
LEFT JOIN (
    SELECT SQL_BIG_RESULT outlet_code, product_code, MAX(business_date) AS sold_on
    FROM product_day
    WHERE business_date BETWEEN :business_date - INTERVAL GREATEST(:dead_after_days, 180) DAY AND :business_date AND sold_quantity > 0
      AND (:scope_code IS NULL OR outlet_code IN (
          SELECT outlet_code FROM outlet_dated WHERE branch_code = :scope_code AND valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date)))
    GROUP BY outlet_code, product_code
) q ON q.outlet_code = s.outlet_code AND q.product_code = s.product_code
WHERE s.closing <> 0 OR s.debt <> 0
