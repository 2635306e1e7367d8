-- What a statement has received, beside the parts of receipts that were placed on it.
SELECT CONCAT_WS(' ', c.carrier_code, c.statement_no), COALESCE(SUM(b.amount), 0), c.received FROM carrier_statement c
LEFT JOIN bank_leg b ON b.carrier_code = c.carrier_code AND b.statement_no = c.statement_no
GROUP BY c.carrier_code, c.statement_no, c.received HAVING COALESCE(SUM(b.amount), 0) <> c.received
