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
)
SELECT s.outlet_code, o.name AS outlet_name, b.name AS branch_name, s.product_code, p.name AS product_name, p.category,
       COALESCE(h.closing, 0) AS closing, ROUND(q.quantity / 28, 2) AS daily_sales, s.out_days,
       ROUND(q.quantity * s.out_days / 28, 2) AS lost_quantity, ROUND(q.amount * s.out_days / 28, 2) AS lost_amount
FROM missed s
JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND (:scope_code IS NULL OR o.branch_code = :scope_code)
    AND o.valid_from <= :business_date AND (o.valid_until IS NULL OR o.valid_until > :business_date)
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND (b.valid_until IS NULL OR b.valid_until > :business_date)
LEFT JOIN product_dated p ON p.product_code = s.product_code
    AND p.valid_from <= :business_date AND (p.valid_until IS NULL OR p.valid_until > :business_date)
JOIN (
    SELECT outlet_code, product_code, SUM(sold_quantity - returned_quantity) AS quantity, SUM(gross_amount - returned_amount) AS amount
    FROM product_day WHERE business_date BETWEEN :business_date - INTERVAL 27 DAY AND :business_date
    GROUP BY outlet_code, product_code
) q ON q.outlet_code = s.outlet_code AND q.product_code = s.product_code AND q.quantity > 0
LEFT JOIN (
    SELECT c.outlet_code, c.product_code, c.owned + c.consigned - COALESCE(SUM(d.closing - d.opening), 0) AS closing
    FROM stock_cell c
    LEFT JOIN stock_day d ON d.business_date > :to AND d.outlet_code = c.outlet_code AND d.product_code = c.product_code
    GROUP BY c.outlet_code, c.product_code, c.owned, c.consigned
) h ON h.outlet_code = s.outlet_code AND h.product_code = s.product_code
WHERE o.closed_on IS NULL OR o.closed_on >= :business_date
