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

-- What holds now of sales, with the columns they have been given since: the latest version of each line, cancelled ones left out.
CREATE OR REPLACE VIEW current_sale AS
SELECT s.*
FROM sale s
LEFT JOIN sale n ON n.doc_no = s.doc_no AND n.line_no = s.line_no AND n.version = s.version + 1
WHERE n.doc_no IS NULL AND (s.void IS NULL OR s.void <> 'Y');

-- The same with cancelled lines, for what is told of an original whatever has become of it.
CREATE OR REPLACE VIEW latest_sale AS
SELECT s.*
FROM sale s
LEFT JOIN sale n ON n.doc_no = s.doc_no AND n.line_no = s.line_no AND n.version = s.version + 1
WHERE n.doc_no IS NULL;

-- What holds now of the other facts: the latest version of each, as none of them can be cancelled. A server merges each of these views into
-- the query that reads it, so that keys and plans are those of the table.

CREATE OR REPLACE VIEW current_shipment AS
SELECT f.*
FROM shipment f
LEFT JOIN shipment n ON n.carrier_code = f.carrier_code AND n.waybill_no = f.waybill_no AND n.version = f.version + 1
WHERE n.carrier_code IS NULL;

CREATE OR REPLACE VIEW current_remittance_statement AS
SELECT f.*
FROM remittance_statement f
LEFT JOIN remittance_statement n ON n.carrier_code = f.carrier_code AND n.statement_no = f.statement_no
    AND n.revision = f.revision AND n.version = f.version + 1
WHERE n.carrier_code IS NULL;

CREATE OR REPLACE VIEW current_remittance_line AS
SELECT f.*
FROM remittance_line f
LEFT JOIN remittance_line n ON n.carrier_code = f.carrier_code AND n.statement_no = f.statement_no AND n.revision = f.revision
    AND n.line_no = f.line_no AND n.version = f.version + 1
WHERE n.carrier_code IS NULL;

CREATE OR REPLACE VIEW current_consignment_settlement AS
SELECT f.*
FROM consignment_settlement f
LEFT JOIN consignment_settlement n ON n.settlement_no = f.settlement_no AND n.line_no = f.line_no AND n.version = f.version + 1
WHERE n.settlement_no IS NULL;

CREATE OR REPLACE VIEW current_receipt AS
SELECT f.*
FROM receipt f
LEFT JOIN receipt n ON n.receipt_no = f.receipt_no AND n.version = f.version + 1
WHERE n.receipt_no IS NULL;

CREATE OR REPLACE VIEW current_stock_movement AS
SELECT f.*
FROM stock_movement f
LEFT JOIN stock_movement n ON n.movement_no = f.movement_no AND n.line_no = f.line_no AND n.version = f.version + 1
WHERE n.movement_no IS NULL;

CREATE OR REPLACE VIEW current_stock_count AS
SELECT f.*
FROM stock_count f
LEFT JOIN stock_count n ON n.count_no = f.count_no AND n.line_no = f.line_no AND n.version = f.version + 1
WHERE n.count_no IS NULL;

CREATE OR REPLACE VIEW current_stock_declared AS
SELECT f.*
FROM stock_declared f
LEFT JOIN stock_declared n ON n.outlet_code = f.outlet_code AND n.product_code = f.product_code AND n.as_of = f.as_of
    AND n.version = f.version + 1
WHERE n.outlet_code IS NULL;

CREATE OR REPLACE VIEW current_warranty_card AS
SELECT f.*
FROM warranty_card f
LEFT JOIN warranty_card n ON n.serial_no = f.serial_no AND n.version = f.version + 1
WHERE n.serial_no IS NULL;

CREATE OR REPLACE VIEW current_deposit_movement AS
SELECT f.*
FROM deposit_movement f
LEFT JOIN deposit_movement n ON n.entry_no = f.entry_no AND n.version = f.version + 1
WHERE n.entry_no IS NULL;

CREATE OR REPLACE VIEW current_target AS
SELECT f.*
FROM target f
LEFT JOIN target n ON n.period = f.period AND n.metric = f.metric AND n.scope_kind = f.scope_kind
    AND n.scope_code = f.scope_code AND n.version = f.version + 1
WHERE n.period IS NULL;

CREATE OR REPLACE VIEW current_score AS
SELECT f.*
FROM score f
LEFT JOIN score n ON n.period = f.period AND n.metric = f.metric AND n.scope_kind = f.scope_kind
    AND n.scope_code = f.scope_code AND n.version = f.version + 1
WHERE n.period IS NULL;

CREATE OR REPLACE VIEW current_expense AS
SELECT f.*
FROM expense f
LEFT JOIN expense n ON n.entry_no = f.entry_no AND n.version = f.version + 1
WHERE n.entry_no IS NULL;
