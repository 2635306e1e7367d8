-- Lines of the day somebody should look at: each with the first reason that holds, as sum/sale-day.sql finds it.
SELECT d.why, s.doc_no, s.line_no, o.name AS outlet_name, p.name AS product_name, s.quantity, s.unit_price, s.amount
FROM noted_sale d
JOIN sale s ON s.doc_no = d.doc_no AND s.line_no = d.line_no AND s.version = d.version
JOIN outlet_dated o ON o.outlet_code = d.outlet_code
    AND o.valid_from <= d.business_date AND (o.valid_until IS NULL OR o.valid_until > d.business_date)
LEFT JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= s.business_date AND (p.valid_until IS NULL OR p.valid_until > s.business_date)
WHERE d.business_date = :business_date AND d.why IS NOT NULL AND (:scope_code IS NULL OR o.branch_code = :scope_code)
