    -- what dealers sold of a manufacturer's products: a sale belongs to the dealer whose outlet it was, and to the manufacturer it had, on its day
    FROM product_day d
    JOIN product_dated p ON p.product_code = d.product_code AND p.manufacturer = :scope_code
        AND p.valid_from <= d.business_date AND p.valid_until > d.business_date
    JOIN outlet_dated o ON o.outlet_code = d.outlet_code AND o.dealer_code IS NOT NULL
        AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
