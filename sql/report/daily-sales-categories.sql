-- Net sales by product category, with each one's share of the day.
SELECT c.category,
       c.quantity,
       c.gross_amount,
       c.returned_amount,
       c.gross_amount - c.returned_amount AS net_amount,
       CASE WHEN SUM(c.gross_amount - c.returned_amount) OVER () > 0
            THEN (c.gross_amount - c.returned_amount) / SUM(c.gross_amount - c.returned_amount) OVER () END AS share,
       c.month_net_amount
FROM (
    SELECT COALESCE(p.category, '?') AS category,
           SUM(IF(d.business_date = :business_date, d.sold_quantity - d.returned_quantity, 0)) AS quantity,
           SUM(IF(d.business_date = :business_date, d.gross_amount, 0)) AS gross_amount,
           SUM(IF(d.business_date = :business_date, d.returned_amount, 0)) AS returned_amount,
           SUM(d.gross_amount - d.returned_amount) AS month_net_amount
    FROM product_day d
    JOIN outlet_dated o ON o.outlet_code = d.outlet_code
        AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
    LEFT JOIN product_dated p ON p.product_code = d.product_code
        AND p.valid_from <= d.business_date AND p.valid_until > d.business_date
    WHERE d.business_date BETWEEN :from AND :to AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    GROUP BY COALESCE(p.category, '?')
) c
