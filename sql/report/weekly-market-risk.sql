-- Products whose stock is a risk, over all outlets: too little, none, below zero, too much, not sold; and at how many outlets that sell
-- them there is none, with what those sell a day. A company that sends neither movements nor counts keeps no stock.
-- include: report/part/shelf.sql
, cell AS (
    SELECT s.product_code, s.closing, s.sold_28, o.closed_on IS NULL OR o.closed_on >= :business_date AS is_open,
           s.closing <= 0 AND s.sold_28 > 0 AND (o.closed_on IS NULL OR o.closed_on >= :business_date) AS missed, q.amount,
           ROUND(s.closing * p.standard_cost, 2) AS value
    FROM shelf s
    JOIN outlet_dated o ON o.outlet_code = s.outlet_code
        AND o.valid_from <= :business_date AND o.valid_until > :business_date
    LEFT JOIN product_dated p ON p.product_code = s.product_code
        AND p.valid_from <= :business_date AND p.valid_until > :business_date
    LEFT JOIN
    -- include: report/part/sold-amounts.sql
    WHERE EXISTS (SELECT 1 FROM stock_movement) OR EXISTS (SELECT 1 FROM stock_count)
)
SELECT r.product_code, p.name AS product_name, p.category, r.state, r.closing, ROUND(r.sold_28 / 28, 2) AS daily_sales,
       CASE WHEN r.closing = 0 THEN 0 WHEN r.closing > 0 AND r.sold_28 > 0 THEN ROUND(r.closing * 28 / r.sold_28, 2) END AS stock_days,
       r.empty_outlets, r.outlets, ROUND(r.lost_amount / 28, 2) AS lost_amount, r.value AS stock_value
FROM (
    SELECT product_code, SUM(closing) AS closing, SUM(sold_28) AS sold_28, SUM(is_open) AS outlets, SUM(missed) AS empty_outlets,
           SUM(IF(missed, amount, 0)) AS lost_amount, SUM(value) AS value,
           CASE WHEN SUM(closing) < 0 THEN 'BELOW_ZERO' WHEN SUM(closing) = 0 AND SUM(sold_28) > 0 THEN 'EMPTY'
                WHEN SUM(closing) = 0 THEN 'NORMAL' WHEN SUM(sold_28) <= 0 THEN 'NO_SALE'
                WHEN SUM(closing) * 28 < :few_days * SUM(sold_28) THEN 'FEW' WHEN SUM(closing) * 28 > :many_days * SUM(sold_28) THEN 'MANY'
                ELSE 'NORMAL' END AS state
    FROM cell GROUP BY product_code
) r
JOIN product_dated p ON p.product_code = r.product_code AND COALESCE(NULLIF(p.kind, ''), 'GOODS') = 'GOODS'
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
WHERE r.state <> 'NORMAL' OR r.empty_outlets > 0
