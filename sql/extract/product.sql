-- All products: rows that have not changed are recognised and ignored.
SELECT product_code, valid_from, name, category, manufacturer, standard_cost, list_price, shelf_life_days, serialised, kind
FROM product
