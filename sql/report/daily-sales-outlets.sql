-- Every outlet that is open or sold, with the day, the same weekday of last week, and the month so far.
SELECT o.outlet_code,
       o.name AS outlet_name,
       b.name AS branch_name,
       o.channel,
       COALESCE(d.documents, 0) AS documents,
       COALESCE(d.quantity, 0) AS quantity,
       COALESCE(d.gross_amount, 0) AS gross_amount,
       COALESCE(d.returned_amount, 0) AS returned_amount,
       COALESCE(d.gross_amount - d.returned_amount, 0) AS net_amount,
       CASE WHEN d.week_net_amount > 0 THEN (d.gross_amount - d.returned_amount) / d.week_net_amount - 1 END AS week_growth,
       COALESCE(d.month_net_amount, 0) AS month_net_amount
FROM outlet_dated o
LEFT JOIN branch_dated b ON b.branch_code = o.branch_code
    AND b.valid_from <= :business_date AND (b.valid_until IS NULL OR b.valid_until > :business_date)
LEFT JOIN (
    SELECT outlet_code,
           SUM(IF(business_date = :business_date, documents, 0)) AS documents,
           SUM(IF(business_date = :business_date, sold_quantity - returned_quantity, 0)) AS quantity,
           SUM(IF(business_date = :business_date, gross_amount, 0)) AS gross_amount,
           SUM(IF(business_date = :business_date, returned_amount, 0)) AS returned_amount,
           SUM(IF(business_date = :business_date - INTERVAL 7 DAY, gross_amount - returned_amount, 0)) AS week_net_amount,
           SUM(IF(business_date >= :from, gross_amount - returned_amount, 0)) AS month_net_amount
    FROM outlet_day
    WHERE business_date BETWEEN LEAST(:from, :business_date - INTERVAL 7 DAY) AND :business_date
    GROUP BY outlet_code
) d ON d.outlet_code = o.outlet_code
WHERE o.valid_from <= :business_date AND (o.valid_until IS NULL OR o.valid_until > :business_date)
  AND (:scope_code IS NULL OR o.branch_code = :scope_code)
  AND (d.outlet_code IS NOT NULL
       OR (o.opened_on IS NULL OR o.opened_on <= :business_date) AND (o.closed_on IS NULL OR o.closed_on >= :business_date))
