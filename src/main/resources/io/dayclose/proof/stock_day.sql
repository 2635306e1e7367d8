-- What stood on a shelf, beside what stood there before and what has moved since.
SELECT CONCAT_WS(' ', s.business_date, s.outlet_code, s.product_code, s.ownership),
       COALESCE(p.closing, 0) + s.received + s.returned + s.transfer_in + s.adjusted + s.counted - s.sold - s.transfer_out - s.pulled_back - s.damaged - s.gifted, s.closing
FROM stock_day s
LEFT JOIN stock_day p ON p.business_date = s.previous_on AND p.outlet_code = s.outlet_code AND p.product_code = s.product_code AND p.ownership = s.ownership
WHERE s.closing <> COALESCE(p.closing, 0) + s.received + s.returned + s.transfer_in + s.adjusted + s.counted - s.sold - s.transfer_out - s.pulled_back - s.damaged - s.gifted
   OR s.opening <> COALESCE(p.closing, 0)
