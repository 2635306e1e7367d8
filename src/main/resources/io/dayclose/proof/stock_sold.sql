-- What shelves say was sold on a day, beside the sums of its sales.
SELECT CONCAT_WS(' ', business_date, outlet_code, product_code), SUM(facts), SUM(stock) FROM (
    SELECT business_date, outlet_code, product_code, CAST(sold_quantity AS SIGNED) - returned_quantity AS facts, 0 AS stock FROM product_day WHERE product_code <> ''
    UNION ALL SELECT business_date, outlet_code, product_code, 0, CAST(sold AS SIGNED) - returned FROM stock_day) d
WHERE business_date IN (SELECT business_date FROM stocked_day WHERE feed = 'sale')
GROUP BY business_date, outlet_code, product_code HAVING SUM(facts) <> SUM(stock)
