-- What follows from the facts of the history: vouchers and the counts of its days. The sums are made beside.

-- Returns wait as PENDING until the night has been read; then they are facts.
INSERT INTO voucher (feed, voucher_key, source_id, source_line, counted_in, decision, business_date, branch_code, payload, first_seen, resolved_on, resolution)
SELECT 'sale', CONCAT(doc_no, '/', line_no), source_id, source_line, source_id, 'PENDING', business_date, 'B01',
       JSON_ARRAY(doc_no, CAST(line_no AS CHAR), kind, CAST(business_date AS CHAR), '', outlet_code, seller_code, product_code, CAST(quantity AS CHAR), CAST(unit_price AS CHAR), '', CAST(amount AS CHAR), '',
                  original_doc_no, CAST(original_line_no AS CHAR), ''),
       night, night, 'ACCEPTED'
FROM sale WHERE kind = 'RETURN' AND original_doc_no IS NOT NULL;

-- Fifty lines a day named a product too early and became facts three days later.
INSERT INTO voucher (feed, voucher_key, source_id, source_line, counted_in, decision, reason, column_name, value, business_date, branch_code, payload, first_seen, resolved_on, resolution)
SELECT 'sale', CONCAT(doc_no, '/', line_no), source_id, source_line, source_id, 'RETURNED', 'UNKNOWN_PRODUCT', 'product_code', product_code, business_date, 'B01',
       JSON_ARRAY(doc_no, CAST(line_no AS CHAR), kind, CAST(business_date AS CHAR), '', outlet_code, seller_code, product_code, CAST(quantity AS CHAR), CAST(unit_price AS CHAR), '', CAST(amount AS CHAR), '', '', '', ''),
       night, night + INTERVAL 3 DAY, 'ACCEPTED'
FROM sale WHERE source_line % 200 = 2;

-- Ten a day could never be valid; those stay for ever.
INSERT INTO voucher (feed, voucher_key, source_id, source_line, counted_in, decision, reason, column_name, value, business_date, branch_code, payload, first_seen)
SELECT 'sale', CONCAT('X', doc_no, '/', line_no), source_id, source_line, source_id, 'REFUSED', 'NEGATIVE_NUMBER', 'quantity', '-1', business_date, 'B01',
       JSON_ARRAY(CONCAT('X', doc_no), CAST(line_no AS CHAR), kind, CAST(business_date AS CHAR), '', outlet_code, seller_code, product_code, '-1', CAST(unit_price AS CHAR), '', CAST(amount AS CHAR), '', '', '', ''),
       night
FROM sale WHERE source_line % 1000 = 3;

-- Fifty of the last days are open: their product is still unknown, so every night tries them again.
INSERT INTO voucher (feed, voucher_key, open_key, source_id, source_line, counted_in, decision, reason, column_name, value, business_date, branch_code, payload, first_seen)
SELECT 'sale', CONCAT('U', doc_no, '/', line_no), CONCAT('U', doc_no, '/', line_no), source_id, source_line, source_id, 'RETURNED', 'UNKNOWN_PRODUCT', 'product_code', 'G9999', business_date, 'B01',
       JSON_ARRAY(CONCAT('U', doc_no), CAST(line_no AS CHAR), kind, CAST(business_date AS CHAR), '', outlet_code, seller_code, 'G9999', CAST(quantity AS CHAR), CAST(unit_price AS CHAR), '', CAST(amount AS CHAR), '', '', '', ''),
       night
FROM sale WHERE source_line % 200 = 4 ORDER BY business_date DESC LIMIT 50;

INSERT IGNORE INTO fact_day (feed, business_date, changes) SELECT 'sale', business_date, 1 FROM sale GROUP BY business_date;
INSERT IGNORE INTO summed_day (business_date, changes) SELECT business_date, changes FROM fact_day WHERE feed = 'sale';
ANALYZE TABLE sale, voucher, feed_source, fact_day, summed_day, outlet_day, seller_day, product_day, noted_sale, outbox, outbox_mail, job_run;
