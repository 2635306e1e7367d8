-- Lines somebody should look at: those of the day, each with the first reason that holds, as sum/sale-day.sql finds it; and lines of
-- days gone by that would not be accepted any more as the night's master data says.
SELECT l.why, s.business_date, s.doc_no, s.line_no, o.name AS outlet_name, p.name AS product_name, s.quantity, s.unit_price, s.amount
FROM (
    SELECT doc_no, line_no, version, why FROM noted_sale WHERE business_date = :business_date AND why IS NOT NULL
    UNION ALL
    SELECT doc_no, line_no, version, reason FROM unaccepted_sale WHERE night = :business_date
) l
JOIN sale s ON s.doc_no = l.doc_no AND s.line_no = l.line_no AND s.version = l.version
JOIN outlet_dated o ON o.outlet_code = s.outlet_code
    AND o.valid_from <= s.business_date AND o.valid_until > s.business_date
LEFT JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= s.business_date AND p.valid_until > s.business_date
WHERE :scope_code IS NULL OR o.branch_code = :scope_code
