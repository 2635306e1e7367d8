-- Lines of the day somebody should look at: each with the first reason that holds.
SELECT l.why, l.doc_no, l.line_no, l.outlet_name, l.product_name, l.quantity, l.unit_price, l.amount
FROM (
    SELECT CASE
               WHEN s.kind = 'RETURN' AND s.original_doc_no IS NULL THEN 'NO_ORIGINAL'
               WHEN s.amount = 0 THEN 'ZERO_AMOUNT'
               WHEN s.discount > s.quantity * s.unit_price * 0.3 THEN 'HIGH_DISCOUNT'
               WHEN s.kind = 'SALE' AND s.seller_code IS NULL THEN 'NO_SELLER'
               WHEN s.night > s.business_date THEN 'LATE'
               WHEN s.version > 1 THEN 'CORRECTED'
           END AS why,
           s.doc_no, s.line_no, o.name AS outlet_name, p.name AS product_name, s.quantity, s.unit_price, s.amount
    FROM current_sale s
    JOIN outlet_dated o ON o.outlet_code = s.outlet_code
        AND o.valid_from <= s.business_date AND (o.valid_until IS NULL OR o.valid_until > s.business_date)
    LEFT JOIN product_dated p ON p.product_code = s.product_code
        AND p.valid_from <= s.business_date AND (p.valid_until IS NULL OR p.valid_until > s.business_date)
    WHERE s.business_date = :business_date AND (:scope_code IS NULL OR o.branch_code = :scope_code)
) l
WHERE l.why IS NOT NULL
