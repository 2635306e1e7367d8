-- Movements entered or changed since the last extract, whatever their date. Sales and returns move stock by themselves.
SELECT movement_no, line_no, business_date, outlet_code, product_code, type, quantity, ownership, batch_no, produced_on,
       counter_outlet, reference
FROM stock_movement
WHERE updated_at >= :since
