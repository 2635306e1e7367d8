-- Settlements of consigned goods entered or changed since the last extract, whatever their date.
SELECT settlement_no, line_no, dealer_code, product_code, quantity, unit_price, amount, settled_on, due_on
FROM consignment_settlement
WHERE updated_at >= :since
