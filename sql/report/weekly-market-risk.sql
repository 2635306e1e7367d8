-- Products whose stock is a risk, over all outlets: too little, none, below zero, too much, not sold; and at how many outlets that sell
-- them there is none, with what those sell a day. A company that sends neither movements nor counts keeps no stock.
WITH cell AS (
    SELECT c.outlet_code, c.product_code, c.owned + c.consigned - COALESCE(l.net, 0) AS closing,
           COALESCE(q.quantity, 0) AS quantity, COALESCE(q.amount, 0) AS amount
    FROM stock_cell c
    JOIN outlet_dated o ON o.outlet_code = c.outlet_code AND (o.closed_on IS NULL OR o.closed_on >= :business_date)
        AND o.valid_from <= :business_date AND (o.valid_until IS NULL OR o.valid_until > :business_date)
    LEFT JOIN (
        SELECT outlet_code, product_code, SUM(closing - opening) AS net FROM stock_day WHERE business_date > :to GROUP BY outlet_code, product_code
    ) l ON l.outlet_code = c.outlet_code AND l.product_code = c.product_code
    LEFT JOIN (
        SELECT SQL_BIG_RESULT outlet_code, product_code, SUM(sold_quantity - returned_quantity) AS quantity, SUM(gross_amount - returned_amount) AS amount
        FROM product_day WHERE business_date BETWEEN :business_date - INTERVAL 27 DAY AND :business_date
        GROUP BY outlet_code, product_code
    ) q ON q.outlet_code = c.outlet_code AND q.product_code = c.product_code
    WHERE EXISTS (SELECT 1 FROM stock_movement) OR EXISTS (SELECT 1 FROM stock_count)
)
SELECT r.product_code, p.name AS product_name, p.category, r.state, r.closing, ROUND(r.quantity / 28, 2) AS daily_sales,
       CASE WHEN r.closing = 0 THEN 0 WHEN r.closing > 0 AND r.quantity > 0 THEN ROUND(r.closing * 28 / r.quantity, 2) END AS stock_days,
       r.empty_outlets, r.outlets, ROUND(r.lost_amount / 28, 2) AS lost_amount, ROUND(r.closing * p.standard_cost, 2) AS stock_value
FROM (
    SELECT product_code, SUM(closing) AS closing, SUM(quantity) AS quantity, COUNT(*) AS outlets,
           SUM(closing <= 0 AND quantity > 0) AS empty_outlets, SUM(IF(closing <= 0 AND quantity > 0, amount, 0)) AS lost_amount,
           CASE WHEN SUM(closing) < 0 THEN 'BELOW_ZERO' WHEN SUM(closing) = 0 AND SUM(quantity) > 0 THEN 'EMPTY'
                WHEN SUM(closing) = 0 THEN 'NORMAL' WHEN SUM(quantity) <= 0 THEN 'NO_SALE'
                WHEN SUM(closing) * 28 < :few_days * SUM(quantity) THEN 'FEW' WHEN SUM(closing) * 28 > :many_days * SUM(quantity) THEN 'MANY'
                ELSE 'NORMAL' END AS state
    FROM cell GROUP BY product_code
) r
JOIN product_dated p ON p.product_code = r.product_code AND COALESCE(NULLIF(p.kind, ''), 'GOODS') = 'GOODS'
    AND p.valid_from <= :business_date AND (p.valid_until IS NULL OR p.valid_until > :business_date)
WHERE r.state <> 'NORMAL' OR r.empty_outlets > 0
