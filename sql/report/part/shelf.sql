-- How each shelf stands at the end of :to, those of a branch, a dealer or an outlet only when it is asked for one: as it stands now or,
-- when more has happened since, as the day before that left it. The month is that of :to; :from must be the first of it. Net sales are
-- those of 28 days: what is kept counts up to as_of, days that only one of the two windows has are added or taken off.
WITH shelf AS (
    SELECT s.outlet_code, s.product_code, s.owned + s.consigned AS closing, s.consigned, LEAST(s.owned, 0) + LEAST(s.consigned, 0) AS debt,
           CASE '[]' WHEN s.consigned_layers THEN s.owned_layers WHEN s.owned_layers THEN s.consigned_layers
               ELSE JSON_MERGE_PRESERVE(s.owned_layers, s.consigned_layers) END AS layers,
           LEAST(COALESCE(JSON_UNQUOTE(JSON_EXTRACT(s.owned_layers, '$[0][0]')), '9999-12-31'),
                 COALESCE(JSON_UNQUOTE(JSON_EXTRACT(s.consigned_layers, '$[0][0]')), '9999-12-31')) AS oldest, s.sold_on, s.sold_28,
           s.month_received * (s.last_on >= :from) AS received, s.month_sold * (s.last_on >= :from) AS sold,
           s.month_returned * (s.last_on >= :from) AS returned, s.month_in * (s.last_on >= :from) AS other_in,
           s.month_out * (s.last_on >= :from) AS other_out,
           IF(s.last_on >= :from, s.month_empty + IF(s.owned + s.consigned > 0, 0, DATEDIFF(:to, s.last_on)),
              IF(s.owned + s.consigned > 0, 0, DATEDIFF(:to, :from) + 1)) AS out_days
    FROM (
        SELECT c.outlet_code, c.product_code, IF(l.first_on IS NULL, c.last_on, d.business_date) AS last_on,
               IF(l.first_on IS NULL, c.owned, d.closing) AS owned,
               IF(l.first_on IS NULL, c.consigned, COALESCE(k.closing, 0)) AS consigned,
               IF(l.first_on IS NULL, c.owned_layers, d.layers) AS owned_layers,
               IF(l.first_on IS NULL, c.consigned_layers, COALESCE(k.layers, '[]')) AS consigned_layers,
               IF(l.first_on IS NULL, c.month_received, d.month_received) AS month_received,
               IF(l.first_on IS NULL, c.month_sold, d.month_sold) AS month_sold,
               IF(l.first_on IS NULL, c.month_returned, d.month_returned) AS month_returned,
               IF(l.first_on IS NULL, c.month_in, d.month_in) AS month_in,
               IF(l.first_on IS NULL, c.month_out, d.month_out) AS month_out,
               IF(l.first_on IS NULL, c.month_empty, d.month_empty) AS month_empty,
               IF(l.first_on IS NULL, c.sold_on, d.sold_on) AS sold_on,
               c.sold_28 + COALESCE(w.net, 0) AS sold_28
        FROM stock_cell c
        LEFT JOIN (
            SELECT outlet_code, product_code, MIN(business_date) AS first_on
            FROM stock_day WHERE business_date > :to GROUP BY outlet_code, product_code
        ) l ON l.outlet_code = c.outlet_code AND l.product_code = c.product_code
        LEFT JOIN stock_day n ON n.business_date = l.first_on AND n.outlet_code = c.outlet_code AND n.product_code = c.product_code
            AND n.ownership = 'OWNED'
        LEFT JOIN stock_day d ON d.business_date = n.previous_on AND d.outlet_code = c.outlet_code AND d.product_code = c.product_code
            AND d.ownership = 'OWNED'
        LEFT JOIN stock_day k ON k.business_date = n.previous_on AND k.outlet_code = c.outlet_code AND k.product_code = c.product_code
            AND k.ownership = 'CONSIGNED'
        LEFT JOIN (
            SELECT y.outlet_code, y.product_code,
                   SUM(IF(y.business_date BETWEEN :to - INTERVAL 27 DAY AND :to, y.sold - y.returned, y.returned - y.sold)) AS net
            FROM stock_window x
            STRAIGHT_JOIN stock_day y ON y.business_date BETWEEN LEAST(x.as_of, :to) - INTERVAL 27 DAY
                    AND LEAST(x.as_of, :to, GREATEST(x.as_of, :to) - INTERVAL 28 DAY)
                OR y.business_date BETWEEN GREATEST(LEAST(x.as_of, :to) + INTERVAL 1 DAY, GREATEST(x.as_of, :to) - INTERVAL 27 DAY)
                    AND GREATEST(x.as_of, :to)
            WHERE x.id = 1
            GROUP BY y.outlet_code, y.product_code
        ) w ON w.outlet_code = c.outlet_code AND w.product_code = c.product_code
        WHERE (l.first_on IS NULL OR d.business_date IS NOT NULL)
          AND (:scope_code IS NULL OR c.outlet_code IN (
              SELECT outlet_code FROM outlet_dated WHERE valid_from <= :to AND valid_until > :to
                AND CASE :scope_kind WHEN 'dealer' THEN dealer_code WHEN 'outlet' THEN outlet_code ELSE branch_code END = :scope_code))
    ) s
)
