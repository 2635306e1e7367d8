-- The end of a period is a date in every row: one that is open says 9999-12-31, so that "holds on a day" is valid_from <= day AND
-- valid_until > day. A query that also asks for an empty valid_until gives the same rows as before.

CREATE OR REPLACE VIEW branch_dated AS
SELECT b.*, COALESCE(LEAD(b.valid_from) OVER (PARTITION BY b.branch_code ORDER BY b.valid_from), DATE '9999-12-31') AS valid_until
FROM branch b
LEFT JOIN branch n ON n.branch_code = b.branch_code AND n.valid_from = b.valid_from AND n.version = b.version + 1
WHERE n.branch_code IS NULL;

CREATE OR REPLACE VIEW dealer_dated AS
SELECT d.*, COALESCE(LEAD(d.valid_from) OVER (PARTITION BY d.dealer_code ORDER BY d.valid_from), DATE '9999-12-31') AS valid_until
FROM dealer d
LEFT JOIN dealer n ON n.dealer_code = d.dealer_code AND n.valid_from = d.valid_from AND n.version = d.version + 1
WHERE n.dealer_code IS NULL;

CREATE OR REPLACE VIEW outlet_dated AS
SELECT o.*, COALESCE(LEAD(o.valid_from) OVER (PARTITION BY o.outlet_code ORDER BY o.valid_from), DATE '9999-12-31') AS valid_until
FROM outlet o
LEFT JOIN outlet n ON n.outlet_code = o.outlet_code AND n.valid_from = o.valid_from AND n.version = o.version + 1
WHERE n.outlet_code IS NULL;

CREATE OR REPLACE VIEW person_dated AS
SELECT p.*, COALESCE(LEAD(p.valid_from) OVER (PARTITION BY p.person_code ORDER BY p.valid_from), DATE '9999-12-31') AS valid_until
FROM person p
LEFT JOIN person n ON n.person_code = p.person_code AND n.valid_from = p.valid_from AND n.version = p.version + 1
WHERE n.person_code IS NULL;

CREATE OR REPLACE VIEW product_dated AS
SELECT p.*, COALESCE(LEAD(p.valid_from) OVER (PARTITION BY p.product_code ORDER BY p.valid_from), DATE '9999-12-31') AS valid_until
FROM product p
LEFT JOIN product n ON n.product_code = p.product_code AND n.valid_from = p.valid_from AND n.version = p.version + 1
WHERE n.product_code IS NULL;
