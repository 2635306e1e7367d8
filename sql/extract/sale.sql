-- Sales and returns entered or changed since the last extract, up to the night's business date.
SELECT doc_no, line_no, kind, business_date, sold_at, outlet_code, seller_code, product_code, quantity, unit_price,
       discount, amount, serial_no, original_doc_no, original_line_no, void
FROM sale
WHERE updated_at >= :since AND business_date <= :business_date
