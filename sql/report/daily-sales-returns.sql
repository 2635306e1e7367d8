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
FROM current_sale s
JOIN outlet_dated o ON o.outlet_code = s.outlet_code
    AND o.valid_from <= s.business_date AND (o.valid_until IS NULL OR o.valid_until > s.business_date)
LEFT JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= s.business_date AND (p.valid_until IS NULL OR p.valid_until > s.business_date)
LEFT JOIN current_sale f ON f.doc_no = s.original_doc_no AND f.line_no = s.original_line_no
WHERE s.business_date = :business_date AND s.kind = 'RETURN' AND (:scope_code IS NULL OR o.branch_code = :scope_code)
