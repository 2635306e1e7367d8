-- A day is without stock when it opened with nothing and nothing came in (E15). Days on which nothing happened stand as the day
-- before them closed: so each day that something happened on also answers for those since the one before it, and what stands at the end
-- for those since the last.
WITH missed AS (
    SELECT c.outlet_code, c.product_code, c.owned + c.consigned - COALESCE(l.net, 0) AS closing,
           COALESCE(m.out_days, 0)
               + CASE WHEN c.owned + c.consigned - COALESCE(l.net, 0) > 0 THEN 0
                      WHEN m.last_on IS NOT NULL THEN DATEDIFF(:to, m.last_on)
                      WHEN IF(l.first_on IS NULL, c.last_on, n.previous_on) < :from THEN DATEDIFF(:to, :from) + 1 ELSE 0 END AS out_days
    FROM stock_cell c
    LEFT JOIN (
        SELECT SQL_BIG_RESULT d.outlet_code, d.product_code, MAX(d.business_date) AS last_on,
               SUM(IF(d.opening + COALESCE(k.opening, 0) > 0, 0,
                   COALESCE(DATEDIFF(d.business_date, GREATEST(d.previous_on + INTERVAL 1 DAY, :from)), 0)
                       + (d.received + d.returned + d.transfer_in + GREATEST(d.adjusted, 0) + GREATEST(d.counted, 0)
                          + COALESCE(k.received + k.returned + k.transfer_in + GREATEST(k.adjusted, 0) + GREATEST(k.counted, 0), 0) = 0))) AS out_days
        FROM stock_day d
        LEFT JOIN stock_day k ON k.business_date = d.business_date AND k.outlet_code = d.outlet_code AND k.product_code = d.product_code
            AND k.ownership = 'CONSIGNED'
        WHERE d.business_date BETWEEN :from AND :to AND d.ownership = 'OWNED' AND (:scope_code IS NULL OR d.outlet_code IN (
            SELECT outlet_code FROM outlet_dated WHERE branch_code = :scope_code AND valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date)))
        GROUP BY d.outlet_code, d.product_code
    ) m ON m.outlet_code = c.outlet_code AND m.product_code = c.product_code
    LEFT JOIN (
        SELECT outlet_code, product_code, SUM(closing - opening) AS net, MIN(business_date) AS first_on
        FROM stock_day WHERE business_date > :to GROUP BY outlet_code, product_code
    ) l ON l.outlet_code = c.outlet_code AND l.product_code = c.product_code
    LEFT JOIN stock_day n ON n.business_date = l.first_on AND n.outlet_code = c.outlet_code AND n.product_code = c.product_code
        AND n.ownership = 'OWNED'
    WHERE (:scope_code IS NULL OR c.outlet_code IN (
        SELECT outlet_code FROM outlet_dated WHERE branch_code = :scope_code AND valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date)))
)
