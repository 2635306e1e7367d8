-- The day's returns beside the sales they give back.
SELECT s.doc_no,
       s.line_no,
       o.name AS outlet_name,
       s.product_code,
       p.name AS product_name,
       s.quantity,
       s.amount,
       CASE WHEN s.original_doc_no IS NOT NULL THEN CONCAT(s.original_doc_no, '/', s.original_line_no) END AS original,
       f.business_date AS original_date,
       DATEDIFF(s.business_date, f.business_date) AS days_since,
       f.amount AS original_amount
FROM noted_sale d
JOIN sale s ON s.doc_no = d.doc_no AND s.line_no = d.line_no AND s.version = d.version
JOIN outlet_dated o ON o.outlet_code = d.outlet_code
    AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
LEFT JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= s.business_date AND p.valid_until > s.business_date
LEFT JOIN latest_sale f ON f.doc_no = s.original_doc_no AND f.line_no = s.original_line_no
WHERE d.business_date = :business_date AND d.kind = 'RETURN' AND (:scope_code IS NULL OR o.branch_code = :scope_code)
