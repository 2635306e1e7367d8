-- Outlets by their net sales of the last 90 days (E14), with their share of what stands on the shelves, at standard cost. An outlet is A
-- while those before it do not reach 80 % of all net sales, so the one that crosses is still A; then B until 95 %; who sold nothing is C.
-- include: report/part/shelf.sql
, held AS (
    SELECT s.outlet_code, SUM(ROUND(s.closing * p.standard_cost, 2)) AS stock_value,
           SUM(IF(s.sold_28 > 0 AND COALESCE(NULLIF(p.kind, ''), 'GOODS') = 'GOODS', s.out_days, 0)) AS out_days,
           SUM(IF(s.sold_28 > 0 AND COALESCE(NULLIF(p.kind, ''), 'GOODS') = 'GOODS', ROUND(s.sold_28 * s.out_days / 28, 2), 0)) AS lost_quantity
    FROM shelf s
    LEFT JOIN product_dated p ON p.product_code = s.product_code
        AND p.valid_from <= :business_date AND p.valid_until > :business_date
    GROUP BY s.outlet_code
),
outlets AS (
    SELECT o.outlet_code, o.name AS outlet_name, b.name AS branch_name, o.channel, COALESCE(t.net_amount, 0) AS net_amount,
           COALESCE(v.stock_value, 0) AS stock_value, IF(o.closed_on < :business_date, 0, COALESCE(v.out_days, 0)) AS out_days,
           IF(o.closed_on < :business_date, 0, COALESCE(v.lost_quantity, 0)) AS lost_quantity
    FROM outlet_dated o
    LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
        AND b.valid_from <= :business_date AND b.valid_until > :business_date
    LEFT JOIN (
        SELECT outlet_code, SUM(gross_amount - returned_amount) AS net_amount
        FROM outlet_day WHERE business_date BETWEEN :business_date - INTERVAL 89 DAY AND :business_date
        GROUP BY outlet_code
    ) t ON t.outlet_code = o.outlet_code
    LEFT JOIN held v ON v.outlet_code = o.outlet_code
    WHERE (:scope_code IS NULL OR o.branch_code = :scope_code) AND o.valid_from <= :business_date AND o.valid_until > :business_date
      AND (t.net_amount <> 0 OR v.stock_value <> 0)
),
placed AS (
    SELECT u.*, ROW_NUMBER() OVER (ORDER BY net_amount > 0 DESC, net_amount DESC, outlet_code) AS place,
           SUM(net_amount) OVER () AS all_sales, SUM(stock_value) OVER () AS all_stock,
           SUM(net_amount) OVER (ORDER BY net_amount > 0 DESC, net_amount DESC, outlet_code ROWS UNBOUNDED PRECEDING) AS so_far
    FROM outlets u
)
SELECT place, outlet_code, outlet_name, branch_name, channel, net_amount,
       IF(all_sales > 0, net_amount / all_sales, NULL) AS sales_share, IF(all_sales > 0, so_far / all_sales, NULL) AS sales_to_here,
       CASE WHEN net_amount <= 0 OR all_sales <= 0 THEN 'C' WHEN so_far - net_amount < 0.80 * all_sales THEN 'A'
            WHEN so_far - net_amount < 0.95 * all_sales THEN 'B' ELSE 'C' END AS class,
       stock_value, IF(all_stock > 0, stock_value / all_stock, NULL) AS stock_share, out_days, lost_quantity
FROM placed
