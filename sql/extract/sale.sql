-- Sales and returns entered or changed since the last extract, whatever their date: what is dated after the night waits
-- for its day. A limit by date here would lose what was entered between midnight and the extract.
SELECT doc_no, line_no, kind, business_date, sold_at, outlet_code, seller_code, product_code, quantity, unit_price,
       discount, amount, serial_no, original_doc_no, original_line_no, void
FROM sale
WHERE updated_at >= :since
