-- Outlets by their net sales of the last 90 days (E14), with their share of what stands on the shelves, at standard cost. An outlet is A
-- while those before it do not reach 80 % of all net sales, so the one that crosses is still A; then B until 95 %; who sold nothing is C.
-- A day is without stock when it opened with nothing and nothing came in (E15). Days on which nothing happened stand as the day
-- before them closed: so each day that something happened on also answers for those until the next one.
WITH days AS (
    SELECT outlet_code, product_code, business_date, SUM(opening) AS opening, SUM(closing) AS closing, MAX(previous_on) AS previous_on,
           SUM(received + returned + transfer_in + GREATEST(adjusted, 0) + GREATEST(counted, 0)) AS came
    FROM stock_day WHERE business_date BETWEEN :from AND :to
    GROUP BY outlet_code, product_code, business_date
),
spans AS (
    SELECT outlet_code, product_code, opening, came, closing,
           COALESCE(LEAD(business_date) OVER shelf, :to + INTERVAL 1 DAY) AS next_on, business_date,
           IF(ROW_NUMBER() OVER shelf = 1 AND previous_on IS NOT NULL, DATEDIFF(business_date, :from), 0) AS days_before
    FROM days
    WINDOW shelf AS (PARTITION BY outlet_code, product_code ORDER BY business_date)
),
missed AS (
    SELECT outlet_code, product_code, SUM(out_days) AS out_days
    FROM (
        SELECT outlet_code, product_code,
               IF(opening <= 0, days_before, 0) + (opening <= 0 AND came = 0) + IF(closing <= 0, DATEDIFF(next_on, business_date) - 1, 0) AS out_days
        FROM spans
        UNION ALL
        SELECT c.outlet_code, c.product_code, DATEDIFF(:to, :from) + 1
        FROM stock_cell c
        LEFT JOIN (
            SELECT outlet_code, product_code, SUM(closing - opening) AS net, MIN(business_date) AS first_on
            FROM stock_day WHERE business_date > :to GROUP BY outlet_code, product_code
        ) l ON l.outlet_code = c.outlet_code AND l.product_code = c.product_code
        LEFT JOIN stock_day n ON n.business_date = l.first_on AND n.outlet_code = c.outlet_code AND n.product_code = c.product_code
            AND n.ownership = 'OWNED'
        WHERE IF(l.first_on IS NULL, c.last_on, n.previous_on) < :from AND c.owned + c.consigned - COALESCE(l.net, 0) <= 0
    ) parts
    GROUP BY outlet_code, product_code
    HAVING SUM(out_days) > 0
),
lost AS (
    SELECT m.outlet_code, SUM(m.out_days) AS out_days, ROUND(SUM(q.quantity * m.out_days) / 28, 2) AS lost_quantity
    FROM missed m
    JOIN (
        SELECT outlet_code, product_code, SUM(sold_quantity - returned_quantity) AS quantity, SUM(gross_amount - returned_amount) AS amount
        FROM product_day WHERE business_date BETWEEN :business_date - INTERVAL 27 DAY AND :business_date
        GROUP BY outlet_code, product_code
    ) q ON q.outlet_code = m.outlet_code AND q.product_code = m.product_code AND q.quantity > 0
    GROUP BY m.outlet_code
),
stocked AS (
    SELECT c.outlet_code, ROUND(SUM((c.owned + c.consigned - COALESCE(l.net, 0)) * p.standard_cost), 2) AS stock_value
    FROM stock_cell c
    JOIN product_dated p ON p.product_code = c.product_code AND p.standard_cost IS NOT NULL
        AND p.valid_from <= :business_date AND (p.valid_until IS NULL OR p.valid_until > :business_date)
    LEFT JOIN (
        SELECT outlet_code, product_code, SUM(closing - opening) AS net
        FROM stock_day WHERE business_date > :to GROUP BY outlet_code, product_code
    ) l ON l.outlet_code = c.outlet_code AND l.product_code = c.product_code
    GROUP BY c.outlet_code
),
outlets AS (
    SELECT o.outlet_code, o.name AS outlet_name, b.name AS branch_name, o.channel, COALESCE(t.net_amount, 0) AS net_amount,
           COALESCE(v.stock_value, 0) AS stock_value, COALESCE(l.out_days, 0) AS out_days, COALESCE(l.lost_quantity, 0) AS lost_quantity
    FROM outlet_dated o
    LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
        AND b.valid_from <= :business_date AND (b.valid_until IS NULL OR b.valid_until > :business_date)
    LEFT JOIN (
        SELECT outlet_code, SUM(gross_amount - returned_amount) AS net_amount
        FROM outlet_day WHERE business_date BETWEEN :business_date - INTERVAL 89 DAY AND :business_date
        GROUP BY outlet_code
    ) t ON t.outlet_code = o.outlet_code
    LEFT JOIN stocked v ON v.outlet_code = o.outlet_code
    LEFT JOIN lost l ON l.outlet_code = o.outlet_code
    WHERE (:scope_code IS NULL OR o.branch_code = :scope_code) AND o.valid_from <= :business_date AND (o.valid_until IS NULL OR o.valid_until > :business_date)
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
