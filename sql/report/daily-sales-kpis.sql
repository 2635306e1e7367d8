-- The figures of the first sheet: one row.
SELECT d.net_amount,
       CASE WHEN w.net_amount > 0 THEN d.net_amount / w.net_amount - 1 END AS week_growth,
       d.gross_amount,
       d.returned_amount,
       CASE WHEN d.gross_amount > 0 THEN d.returned_amount / d.gross_amount END AS return_rate,
       d.documents,
       d.active_outlets,
       m.net_amount AS month_net_amount
FROM (
    SELECT COALESCE(SUM(CASE s.kind WHEN 'SALE' THEN s.amount ELSE -s.amount END), 0) AS net_amount,
           COALESCE(SUM(CASE s.kind WHEN 'SALE' THEN s.amount END), 0) AS gross_amount,
           COALESCE(SUM(CASE s.kind WHEN 'RETURN' THEN s.amount END), 0) AS returned_amount,
           COUNT(DISTINCT s.doc_no) AS documents,
           COUNT(DISTINCT CASE s.kind WHEN 'SALE' THEN s.outlet_code END) AS active_outlets
    FROM current_sale s
    JOIN outlet_dated o ON o.outlet_code = s.outlet_code
        AND o.valid_from <= s.business_date AND (o.valid_until IS NULL OR o.valid_until > s.business_date)
    WHERE s.business_date = :business_date AND (:scope_code IS NULL OR o.branch_code = :scope_code)
) d
CROSS JOIN (
    SELECT COALESCE(SUM(CASE s.kind WHEN 'SALE' THEN s.amount ELSE -s.amount END), 0) AS net_amount
    FROM current_sale s
    JOIN outlet_dated o ON o.outlet_code = s.outlet_code
        AND o.valid_from <= s.business_date AND (o.valid_until IS NULL OR o.valid_until > s.business_date)
    WHERE s.business_date = :business_date - INTERVAL 7 DAY AND (:scope_code IS NULL OR o.branch_code = :scope_code)
) w
CROSS JOIN (
    SELECT COALESCE(SUM(CASE s.kind WHEN 'SALE' THEN s.amount ELSE -s.amount END), 0) AS net_amount
    FROM current_sale s
    JOIN outlet_dated o ON o.outlet_code = s.outlet_code
        AND o.valid_from <= s.business_date AND (o.valid_until IS NULL OR o.valid_until > s.business_date)
    WHERE s.business_date BETWEEN :from AND :to AND (:scope_code IS NULL OR o.branch_code = :scope_code)
) m
