-- What the facts say, seen twice: as known today (known = 9999-12-31) and as known when each closed month was closed.
-- second_close (month, night) and second_month (month, first_day, next_day) are filled by the test.

DROP TABLE IF EXISTS second_known, second_sale, second_outlet, second_person, second_product, second_card, second_borne, second_line, second_match, second_credit;

UPDATE second_version v SET traits = (SELECT COUNT(DISTINCT t.trait) FROM second_trait t WHERE t.plan = v.plan AND t.from_date = v.from_date);

CREATE TABLE second_known AS SELECT DATE '9999-12-31' AS known UNION SELECT night FROM second_close;

-- The version of each line that counted then, unless it cancels the line, and the night the line first came in.
CREATE TABLE second_sale (KEY (known, doc_no, line_no), KEY (known, original_doc_no, original_line_no))
    DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
SELECT k.known, s.doc_no, s.line_no, s.kind, s.business_date, s.outlet_code, s.seller_code, s.product_code, s.quantity, s.amount, s.serial_no,
    s.original_doc_no, s.original_line_no, f.first_night
FROM second_known k
JOIN sale s ON s.night <= k.known
JOIN (SELECT doc_no, line_no, MIN(night) AS first_night FROM sale GROUP BY doc_no, line_no) f ON f.doc_no = s.doc_no AND f.line_no = s.line_no
LEFT JOIN sale n ON n.doc_no = s.doc_no AND n.line_no = s.line_no AND n.version = s.version + 1 AND n.night <= k.known
WHERE n.doc_no IS NULL AND COALESCE(s.void, 'N') <> 'Y';

CREATE TABLE second_outlet (KEY (known, outlet_code)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
SELECT k.known, o.outlet_code, o.branch_code, o.channel, o.dealer_code, o.opened_on, o.closed_on, o.valid_from,
    COALESCE(LEAD(o.valid_from) OVER (PARTITION BY k.known, o.outlet_code ORDER BY o.valid_from), DATE '9999-12-31') AS valid_until
FROM second_known k
JOIN outlet o ON o.night <= k.known
LEFT JOIN outlet n ON n.outlet_code = o.outlet_code AND n.valid_from = o.valid_from AND n.version = o.version + 1 AND n.night <= k.known
WHERE n.outlet_code IS NULL;

CREATE TABLE second_person (KEY (known, person_code)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
SELECT k.known, p.person_code, p.role, p.manager_code, p.valid_from,
    COALESCE(LEAD(p.valid_from) OVER (PARTITION BY k.known, p.person_code ORDER BY p.valid_from), DATE '9999-12-31') AS valid_until
FROM second_known k
JOIN person p ON p.night <= k.known
LEFT JOIN person n ON n.person_code = p.person_code AND n.valid_from = p.valid_from AND n.version = p.version + 1 AND n.night <= k.known
WHERE n.person_code IS NULL;

CREATE TABLE second_product (KEY (known, product_code)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
SELECT k.known, p.product_code, p.category, p.manufacturer, p.kind, p.standard_cost, p.valid_from,
    COALESCE(LEAD(p.valid_from) OVER (PARTITION BY k.known, p.product_code ORDER BY p.valid_from), DATE '9999-12-31') AS valid_until
FROM second_known k
JOIN product p ON p.night <= k.known
LEFT JOIN product n ON n.product_code = p.product_code AND n.valid_from = p.valid_from AND n.version = p.version + 1 AND n.night <= k.known
WHERE n.product_code IS NULL;

CREATE TABLE second_card (KEY (serial_no)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
SELECT c.serial_no, c.returned_on FROM warranty_card c
LEFT JOIN warranty_card n ON n.serial_no = c.serial_no AND n.version = c.version + 1
WHERE n.serial_no IS NULL;

-- What each sold line bears of a discount on its document, in fen: by amount, cut off, what is left to the largest remainders, of equal ones
-- to the first lines; by head where all cost nothing. A discount without a line to bear it stands alone under the product it names.
CREATE TABLE second_borne (KEY (known)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
WITH borne AS (
    SELECT d.known, d.doc_no, d.line_no, d.business_date, d.first_night, d.outlet_code, COALESCE(d.seller_code, l.seller_code) AS seller_code,
        l.product_code, l.serial_no, l.line_no AS borne_by, CAST(-d.amount * 100 AS SIGNED) AS whole,
        IF(SUM(l.amount) OVER w = 0, 1, CAST(l.amount * 100 AS SIGNED)) AS weight,
        IF(SUM(l.amount) OVER w = 0, COUNT(*) OVER w, CAST(SUM(l.amount) OVER w * 100 AS SIGNED)) AS weights
    FROM second_sale d
    JOIN second_sale l ON l.known = d.known AND l.doc_no = d.doc_no AND l.kind = 'SALE'
    WHERE d.kind = 'DISCOUNT'
    WINDOW w AS (PARTITION BY d.known, d.doc_no, d.line_no)),
cut AS (
    SELECT b.*, whole * weight DIV weights AS part, whole * weight MOD weights AS remainder FROM borne b),
ranked AS (
    SELECT c.*, ROW_NUMBER() OVER (PARTITION BY known, doc_no, line_no ORDER BY remainder DESC, borne_by) AS nth,
        whole - SUM(part) OVER (PARTITION BY known, doc_no, line_no) AS fen_left
    FROM cut c)
SELECT known, doc_no, line_no, business_date, first_night, outlet_code, seller_code, product_code, serial_no, -(part + IF(nth <= fen_left, 1, 0)) / 100.00 AS amount
FROM ranked
UNION ALL
SELECT d.known, d.doc_no, d.line_no, d.business_date, d.first_night, d.outlet_code, d.seller_code, COALESCE(d.product_code, ''), NULL, d.amount
FROM second_sale d
WHERE d.kind = 'DISCOUNT' AND NOT EXISTS (SELECT 1 FROM second_sale l WHERE l.known = d.known AND l.doc_no = d.doc_no AND l.kind = 'SALE');

-- A line counts as o, the line that was sold: itself, or for a return the original it names. margin is empty without a cost.
CREATE TABLE second_line (line_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, KEY (known, sold_on)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
WITH counted AS (
    SELECT s.known, s.doc_no, s.line_no, s.business_date AS happened_on, s.first_night, s.kind = 'RETURN' AS is_return, s.kind = 'RETURN' AS is_loose,
        IF(s.kind = 'RETURN', -1, 1) AS sign, s.quantity, s.amount
    FROM second_sale s
    WHERE s.kind = 'SALE' OR s.kind = 'RETURN' AND s.original_doc_no IS NULL
    UNION ALL
    SELECT r.known, r.original_doc_no, r.original_line_no, r.business_date, r.first_night, 1, 0, -1, r.quantity, r.amount
    FROM second_sale r
    WHERE r.kind = 'RETURN' AND r.original_doc_no IS NOT NULL)
SELECT c.known, c.doc_no, c.line_no, c.happened_on, c.first_night, c.is_return, c.is_loose, o.business_date AS sold_on, DATE_FORMAT(o.business_date, '%Y-%m') AS month,
    o.outlet_code, o.seller_code, o.serial_no, w.dealer_code, w.channel, w.branch_code, p.role, p.manager_code, o.product_code, g.category, g.manufacturer,
    g.kind AS product_kind, c.sign * c.amount AS amount, c.sign * c.quantity AS quantity, c.sign * (c.amount - c.quantity * g.standard_cost) AS margin
FROM counted c
JOIN second_sale o ON o.known = c.known AND o.doc_no = c.doc_no AND o.line_no = c.line_no AND (o.kind = 'SALE' OR c.is_loose = 1)
JOIN second_outlet w ON w.known = c.known AND w.outlet_code = o.outlet_code AND w.valid_from <= o.business_date AND o.business_date < w.valid_until
JOIN second_product g ON g.known = c.known AND g.product_code = o.product_code AND g.valid_from <= o.business_date AND o.business_date < g.valid_until
LEFT JOIN second_person p ON p.known = c.known AND p.person_code = o.seller_code AND p.valid_from <= o.business_date AND o.business_date < p.valid_until;

-- What is borne of a discount counts like a sale of nothing on the day of the discount, where and by whom it was given.
INSERT INTO second_line (known, doc_no, line_no, happened_on, first_night, is_return, is_loose, sold_on, month, outlet_code, seller_code, serial_no, dealer_code, channel,
    branch_code, role, manager_code, product_code, category, manufacturer, product_kind, amount, quantity, margin)
SELECT h.known, h.doc_no, h.line_no, h.business_date, h.first_night, 0, 0, h.business_date, DATE_FORMAT(h.business_date, '%Y-%m'), h.outlet_code, h.seller_code, h.serial_no,
    w.dealer_code, w.channel, w.branch_code, p.role, p.manager_code, h.product_code, COALESCE(g.category, ''), g.manufacturer, g.kind, h.amount, 0, IF(g.standard_cost IS NULL, NULL, h.amount)
FROM second_borne h
JOIN second_outlet w ON w.known = h.known AND w.outlet_code = h.outlet_code AND w.valid_from <= h.business_date AND h.business_date < w.valid_until
LEFT JOIN second_product g ON g.known = h.known AND g.product_code = h.product_code AND g.valid_from <= h.business_date AND h.business_date < g.valid_until
LEFT JOIN second_person p ON p.known = h.known AND p.person_code = h.seller_code AND p.valid_from <= h.business_date AND h.business_date < p.valid_until
WHERE h.amount <> 0;

-- The versions in force on the day of the sale that ask for nothing the line has not; best = what goes first in their group.
CREATE TABLE second_match (KEY (line_id)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
SELECT l.line_id, v.plan, v.from_date, v.exclusive_group, v.priority, MAX(v.priority) OVER (PARTITION BY l.line_id, v.exclusive_group) AS best
FROM second_line l
JOIN second_version v ON v.from_date <= l.sold_on AND l.sold_on < v.until_date AND v.rate_kind <> 'override'
WHERE v.traits = (
    SELECT COUNT(DISTINCT t.trait) FROM second_trait t
    WHERE t.plan = v.plan AND t.from_date = v.from_date
        AND t.word = CASE t.trait WHEN 'channel' THEN l.channel WHEN 'branch' THEN l.branch_code WHEN 'category' THEN l.category
            WHEN 'manufacturer' THEN l.manufacturer WHEN 'product-kind' THEN l.product_kind WHEN 'product' THEN l.product_code WHEN 'outlet' THEN l.outlet_code WHEN 'role' THEN l.role END);

-- Who is credited with which share of a line (a seller and a manager are people, with one account each): no plan that another of its group goes before, no return after the window,
-- no line without a cost where the margin pays.
CREATE TABLE second_credit (KEY (known, month)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
WITH credited AS (
    SELECT l.*, m.plan, m.from_date, v.after_close, v.measure, h.weight, IF(h.payee IN ('SELLER', 'MANAGER'), 'PERSON', h.payee) AS payee_kind,
        CASE h.payee WHEN 'DEALER' THEN l.dealer_code WHEN 'SELLER' THEN l.seller_code WHEN 'OUTLET' THEN l.outlet_code ELSE l.manager_code END AS payee_code
    FROM second_match m
    JOIN second_line l ON l.line_id = m.line_id
    JOIN second_version v ON v.plan = m.plan AND v.from_date = m.from_date
    JOIN second_share h ON h.plan = m.plan AND h.from_date = m.from_date
    WHERE (m.exclusive_group IS NULL OR m.priority = m.best)
        AND NOT (l.is_return = 1 AND l.is_loose = 0 AND COALESCE(DATEDIFF(l.happened_on, l.sold_on) > v.window_days, 0))
        AND NOT (COALESCE(v.measure, '') = 'gross-margin' AND l.margin IS NULL))
SELECT known, month, plan, from_date, after_close, payee_kind, payee_code, outlet_code, doc_no, line_no, is_return, is_loose, first_night, sold_on, serial_no,
    weight * amount AS amount, weight * quantity AS quantity, weight * COALESCE(margin, 0) AS margin,
    weight * CASE measure WHEN 'net-amount' THEN amount WHEN 'net-quantity' THEN quantity WHEN 'gross-margin' THEN margin ELSE 0 END AS base
FROM credited
WHERE payee_code IS NOT NULL;
