-- What sales took of consigned goods, line by line, beside what the shelf says was sold of them.
SELECT CONCAT_WS(' ', business_date, outlet_code, product_code), SUM(shelf), SUM(quantities) FROM (
    SELECT business_date, outlet_code, product_code, CAST(quantity AS SIGNED) AS quantities, 0 AS shelf FROM consigned_sale
    UNION ALL SELECT business_date, outlet_code, product_code, 0, CAST(sold AS SIGNED) FROM stock_day WHERE ownership = 'CONSIGNED') c
GROUP BY business_date, outlet_code, product_code HAVING SUM(shelf) <> SUM(quantities)
