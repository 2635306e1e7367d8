    -- what dealers hold of a manufacturer's products at the end of the date; a company that sends neither movements nor counts keeps no stock
    FROM stock_cell c
    LEFT JOIN (
        SELECT outlet_code, product_code, SUM(closing - opening) AS net, SUM(IF(ownership = 'CONSIGNED', closing - opening, 0)) AS consigned
        FROM stock_day WHERE business_date > :to GROUP BY outlet_code, product_code
    ) l ON l.outlet_code = c.outlet_code AND l.product_code = c.product_code
    JOIN product_dated p ON p.product_code = c.product_code AND p.manufacturer = :scope_code
        AND p.valid_from <= :business_date AND p.valid_until > :business_date
    JOIN outlet_dated o ON o.outlet_code = c.outlet_code AND o.dealer_code IS NOT NULL
        AND o.valid_from <= :business_date AND o.valid_until > :business_date
    WHERE (EXISTS (SELECT 1 FROM stock_movement) OR EXISTS (SELECT 1 FROM stock_count))
