-- What shelves say was moved on a day, beside the movements.
SELECT CONCAT_WS(' ', business_date, outlet_code, product_code), SUM(facts), SUM(stock) FROM (
    SELECT m.business_date, m.outlet_code, m.product_code, IF(m.type IN ('RECEIVE', 'TRANSFER_IN', 'ADJUST'), m.quantity, -m.quantity) AS facts, 0 AS stock
    FROM current_stock_movement m
    UNION ALL SELECT business_date, outlet_code, product_code, 0, received + transfer_in + adjusted - transfer_out - pulled_back - damaged - gifted FROM stock_day) d
WHERE business_date IN (SELECT business_date FROM stocked_day)
GROUP BY business_date, outlet_code, product_code HAVING SUM(facts) <> SUM(stock)
