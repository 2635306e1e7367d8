-- Phones sold by dealers whose warranty card is not back and whose deadline is within a week.
SELECT DISTINCT e.deadline, DATEDIFF(e.deadline, :business_date) AS days_left, s.serial_no, COALESCE(g.name, s.product_code) AS product_name,
       e.sold_on, s.doc_no, o.name AS outlet_name, COALESCE(d.name, e.payee_code) AS dealer_name, s.amount
FROM (
    SELECT DISTINCT t.payee_code, t.sold_on, t.sold_on + INTERVAL p.card_days DAY AS deadline
    FROM plan_in_force p
    JOIN measure_total t ON t.plan = p.plan AND t.version_from = p.version_from AND t.card_on = '9999-12-31'
    WHERE p.card_days IS NOT NULL AND t.payee_kind = 'DEALER' AND (:scope_code IS NULL OR t.payee_code = :scope_code)
      AND t.sold_on BETWEEN :business_date - INTERVAL p.card_days DAY AND :business_date - INTERVAL p.card_days DAY + INTERVAL 7 DAY) e
JOIN outlet_dated o ON o.dealer_code = e.payee_code AND o.valid_from <= e.sold_on AND o.valid_until > e.sold_on
JOIN current_sale s ON s.business_date = e.sold_on AND s.outlet_code = o.outlet_code AND s.kind = 'SALE' AND s.serial_no IS NOT NULL
LEFT JOIN warranty_card w ON w.serial_no = s.serial_no
LEFT JOIN sale r ON r.original_doc_no = s.doc_no AND r.original_line_no = s.line_no AND r.kind = 'RETURN'
LEFT JOIN product_dated g ON g.product_code = s.product_code AND g.valid_from <= e.sold_on AND g.valid_until > e.sold_on
LEFT JOIN dealer_dated d ON d.dealer_code = e.payee_code AND d.valid_from <= :business_date AND d.valid_until > :business_date
WHERE w.serial_no IS NULL AND r.doc_no IS NULL
