    -- each shelf's last row up to the date: that of its cell, or, when more has happened since, the one before the first later day
    LEFT JOIN (
        SELECT outlet_code, product_code, MIN(business_date) AS first_on
        FROM stock_day WHERE business_date > :business_date GROUP BY outlet_code, product_code
    ) l ON l.outlet_code = c.outlet_code AND l.product_code = c.product_code
    LEFT JOIN stock_day n ON n.business_date = l.first_on AND n.outlet_code = c.outlet_code AND n.product_code = c.product_code AND n.ownership = 'OWNED'
    JOIN stock_day d ON d.business_date = IF(l.first_on IS NULL, c.last_on, n.previous_on)
        AND d.outlet_code = c.outlet_code AND d.product_code = c.product_code
