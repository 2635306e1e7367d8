-- Pieces that were sold twice without having come back, or came back more often than they were sold: lines count, as when they are taken
-- in; money back without goods moves no piece. Looked at are only numbers that stand in the key more than once and those of returns. The key is forced: most lines have no
-- number, and a server that counts those as one value takes the key for a bad one. A piece is the branch's whose outlet has sold it
-- last, or taken it back last when that was too often.
WITH numbers AS (
    SELECT serial_no FROM sale FORCE INDEX (sale_by_serial) WHERE serial_no > '' GROUP BY serial_no HAVING COUNT(*) > 1
    UNION
    SELECT s.serial_no
    FROM noted_sale r
    JOIN sale s ON s.doc_no = r.doc_no AND s.line_no = r.line_no AND s.version = r.version
    WHERE r.kind = 'RETURN' AND r.business_date <= :business_date AND s.serial_no > ''
),
pieces AS (
    SELECT s.serial_no, s.product_code, s.kind, s.doc_no, s.line_no, s.business_date, s.outlet_code, s.sold_at,
           SUM(IF(s.kind = 'SALE', 1, -1)) OVER (PARTITION BY s.serial_no, s.product_code) AS balance
    FROM numbers k
    STRAIGHT_JOIN sale s FORCE INDEX (sale_by_serial) ON s.serial_no = k.serial_no AND s.kind <> 'DISCOUNT' AND s.business_date <= :business_date AND (s.void IS NULL OR s.void <> 'Y')
    LEFT JOIN sale n ON n.doc_no = s.doc_no AND n.line_no = s.line_no AND n.version = s.version + 1
    WHERE n.doc_no IS NULL AND s.quantity > 0
),
placed AS (
    SELECT l.*,
           ROW_NUMBER() OVER (PARTITION BY serial_no, product_code, kind ORDER BY business_date, sold_at, doc_no, line_no) AS nth,
           ROW_NUMBER() OVER (PARTITION BY serial_no, product_code, kind ORDER BY business_date DESC, sold_at DESC, doc_no DESC, line_no DESC) AS nth_last
    FROM pieces l
    WHERE balance > 1 OR balance < 0
),
odd AS (
    SELECT serial_no, product_code, MAX(balance) AS balance, SUM(kind = 'SALE') AS sold, SUM(kind = 'RETURN') AS returned,
           MAX(IF(kind = 'SALE' AND nth = 1, CONCAT(doc_no, '/', line_no), NULL)) AS first_doc,
           MAX(IF(kind = 'SALE' AND nth = 1, business_date, NULL)) AS first_on,
           MAX(IF(kind = 'SALE' AND nth = 1, outlet_code, NULL)) AS first_outlet,
           MAX(IF(kind = 'SALE' AND nth_last = 1, CONCAT(doc_no, '/', line_no), NULL)) AS last_doc,
           MAX(IF(kind = 'SALE' AND nth_last = 1, business_date, NULL)) AS last_on,
           MAX(IF(kind = 'SALE' AND nth_last = 1, outlet_code, NULL)) AS last_outlet,
           MAX(IF(kind = 'RETURN' AND nth_last = 1, CONCAT(doc_no, '/', line_no), NULL)) AS back_doc,
           MAX(IF(kind = 'RETURN' AND nth_last = 1, business_date, NULL)) AS back_on,
           MAX(IF(kind = 'RETURN' AND nth_last = 1, outlet_code, NULL)) AS back_outlet
    FROM placed GROUP BY serial_no, product_code
)
SELECT IF(s.balance > 1, 'SOLD_TWICE', 'RETURNED_TWICE') AS state, s.serial_no, s.product_code, p.name AS product_name, b.name AS branch_name,
       s.sold, s.returned, s.first_doc, s.first_on, s.first_outlet, f.name AS first_outlet_name, s.last_doc, s.last_on, s.last_outlet,
       l.name AS last_outlet_name, s.back_doc, s.back_on, s.back_outlet, r.name AS back_outlet_name
FROM odd s
JOIN outlet_dated o ON o.outlet_code = IF(s.balance > 1, s.last_outlet, s.back_outlet) AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
LEFT JOIN outlet_dated f ON f.outlet_code = s.first_outlet
    AND f.valid_from <= :business_date AND f.valid_until > :business_date
LEFT JOIN outlet_dated l ON l.outlet_code = s.last_outlet
    AND l.valid_from <= :business_date AND l.valid_until > :business_date
LEFT JOIN outlet_dated r ON r.outlet_code = s.back_outlet
    AND r.valid_from <= :business_date AND r.valid_until > :business_date
LEFT JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
