-- What was counted, beside the count's line; and by how much counts moved a shelf, beside what the shelf says.
SELECT CONCAT(v.count_no, '/', v.line_no), c.quantity, v.counted FROM stock_variance v
JOIN current_stock_count c ON c.count_no = v.count_no AND c.line_no = v.line_no
WHERE c.quantity <> v.counted
UNION ALL
SELECT CONCAT_WS(' ', d.business_date, d.outlet_code, d.product_code), d.moved, v.moved
FROM (SELECT business_date, outlet_code, product_code, SUM(counted - calculated) AS moved FROM stock_variance GROUP BY business_date, outlet_code, product_code) v
JOIN (SELECT business_date, outlet_code, product_code, SUM(counted) AS moved FROM stock_day GROUP BY business_date, outlet_code, product_code) d
    ON d.business_date = v.business_date AND d.outlet_code = v.outlet_code AND d.product_code = v.product_code
WHERE d.moved <> v.moved
