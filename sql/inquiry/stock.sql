-- How each shelf came from the opening of the first day to the closing of the last one; where it stands now, less what came after. What was
-- declared and counted of a shelf stands once, on its owned row, else on its consigned one; an empty shelf has a row for it.
SELECT outlet_code AS outlet, product_code AS product, ownership, as_of, opening, received, sold, returned, other_in, other_out, closing,
       IF(nth = 1, declared, NULL) AS declared, IF(nth = 1, counted, NULL) AS counted
FROM (
    SELECT a.*, ROW_NUMBER() OVER (PARTITION BY outlet_code, product_code ORDER BY moved DESC, ownership DESC) AS nth
    FROM (
        SELECT c.outlet_code, c.product_code, c.ownership, s.t AS as_of, c.closing - COALESCE(d.later, 0) - COALESCE(d.net, 0) AS opening,
               COALESCE(d.received, 0) AS received, COALESCE(d.sold, 0) AS sold, COALESCE(d.returned, 0) AS returned,
               COALESCE(d.other_in, 0) AS other_in, COALESCE(d.other_out, 0) AS other_out, c.closing - COALESCE(d.later, 0) AS closing,
               q.quantity AS declared, v.counted,
               c.closing - COALESCE(d.later, 0) <> 0 OR COALESCE(d.net, 0) <> 0
                   OR COALESCE(d.received + d.sold + d.returned + d.other_in + d.other_out, 0) <> 0 AS moved
        FROM (SELECT CAST(:from AS DATE) AS f, CAST(:to AS DATE) AS t) s
        JOIN (SELECT outlet_code, product_code, 'OWNED' AS ownership, owned AS closing FROM stock_cell
              UNION ALL SELECT outlet_code, product_code, 'CONSIGNED', consigned FROM stock_cell
              UNION ALL SELECT DISTINCT q.outlet_code, q.product_code, 'OWNED', 0 FROM stock_declared q
                  LEFT JOIN stock_cell e ON e.outlet_code = q.outlet_code AND e.product_code = q.product_code WHERE e.outlet_code IS NULL) c
        LEFT JOIN (
            SELECT outlet_code, product_code, ownership, SUM(IF(business_date > t, closing - opening, 0)) AS later, SUM(IF(business_date > t, 0, closing - opening)) AS net,
                   SUM(IF(business_date > t, 0, received)) AS received, SUM(IF(business_date > t, 0, sold)) AS sold, SUM(IF(business_date > t, 0, returned)) AS returned,
                   SUM(IF(business_date > t, 0, transfer_in + GREATEST(adjusted, 0) + GREATEST(counted, 0))) AS other_in,
                   SUM(IF(business_date > t, 0, transfer_out + pulled_back + damaged + gifted + GREATEST(-adjusted, 0) + GREATEST(-counted, 0))) AS other_out
            FROM stock_day JOIN (SELECT CAST(:from AS DATE) AS f, CAST(:to AS DATE) AS t) s ON business_date >= f
            GROUP BY outlet_code, product_code, ownership) d
            ON d.outlet_code = c.outlet_code AND d.product_code = c.product_code AND d.ownership = c.ownership
        LEFT JOIN (
            SELECT y.outlet_code, y.product_code, y.quantity, ROW_NUMBER() OVER (PARTITION BY y.outlet_code, y.product_code ORDER BY y.as_of DESC) AS nth
            FROM current_stock_declared y
            JOIN (SELECT CAST(:from AS DATE) AS f, CAST(:to AS DATE) AS t) s ON y.as_of BETWEEN f AND t) q ON q.outlet_code = c.outlet_code AND q.product_code = c.product_code AND q.nth = 1
        LEFT JOIN (
            SELECT outlet_code, product_code, counted,
                   ROW_NUMBER() OVER (PARTITION BY outlet_code, product_code ORDER BY business_date DESC, count_no DESC, line_no DESC) AS nth
            FROM stock_variance JOIN (SELECT CAST(:from AS DATE) AS f, CAST(:to AS DATE) AS t) s ON business_date BETWEEN f AND t
            ) v ON v.outlet_code = c.outlet_code AND v.product_code = c.product_code AND v.nth = 1
    ) a
    WHERE moved OR ownership = 'OWNED' AND (declared IS NOT NULL OR counted IS NOT NULL)
) b
WHERE moved OR nth = 1
ORDER BY outlet_code, product_code, ownership DESC
