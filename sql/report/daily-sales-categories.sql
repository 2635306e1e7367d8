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
           SUM(CASE WHEN s.business_date = :business_date THEN IF(s.kind = 'SALE', s.quantity, -s.quantity) ELSE 0 END) AS quantity,
           SUM(CASE WHEN s.business_date = :business_date AND s.kind = 'SALE' THEN s.amount ELSE 0 END) AS gross_amount,
           SUM(CASE WHEN s.business_date = :business_date AND s.kind = 'RETURN' THEN s.amount ELSE 0 END) AS returned_amount,
           SUM(IF(s.kind = 'SALE', s.amount, -s.amount)) AS month_net_amount
    FROM current_sale s
    JOIN outlet_dated o ON o.outlet_code = s.outlet_code
        AND o.valid_from <= s.business_date AND (o.valid_until IS NULL OR o.valid_until > s.business_date)
    LEFT JOIN product_dated p ON p.product_code = s.product_code
        AND p.valid_from <= s.business_date AND (p.valid_until IS NULL OR p.valid_until > s.business_date)
    WHERE s.business_date BETWEEN :from AND :to AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    GROUP BY COALESCE(p.category, '?')
) c
