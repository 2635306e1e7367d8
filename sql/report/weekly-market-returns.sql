-- Products that came back in the week, beside what came back the week before.
SELECT d.product_code, p.name AS product_name, p.category, d.returned_quantity, d.returned_amount, d.gross_amount,
       CASE WHEN d.gross_amount > 0 THEN d.returned_amount / d.gross_amount END AS return_rate, d.week_before,
       CASE WHEN d.week_before > 0 THEN d.returned_amount / d.week_before - 1 END AS week_growth
FROM (
    SELECT product_code,
           SUM(IF(business_date > :business_date - INTERVAL 7 DAY, returned_quantity, 0)) AS returned_quantity,
           SUM(IF(business_date > :business_date - INTERVAL 7 DAY, returned_amount, 0)) AS returned_amount,
           SUM(IF(business_date > :business_date - INTERVAL 7 DAY, gross_amount, 0)) AS gross_amount,
           SUM(IF(business_date > :business_date - INTERVAL 7 DAY, 0, returned_amount)) AS week_before
    FROM product_day WHERE business_date BETWEEN :business_date - INTERVAL 13 DAY AND :business_date
    GROUP BY product_code
) d
LEFT JOIN product_dated p ON p.product_code = d.product_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
WHERE d.returned_quantity > 0
