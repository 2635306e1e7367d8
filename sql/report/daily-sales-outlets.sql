-- Every outlet that is open or sold, with the day, the same weekday of last week, and the month so far. Each day counts
-- for the branch the outlet belonged to then.
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
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
LEFT JOIN (
    SELECT d.outlet_code,
           SUM(IF(d.business_date = :business_date, d.documents, 0)) AS documents,
           SUM(IF(d.business_date = :business_date, d.sold_quantity - d.returned_quantity, 0)) AS quantity,
           SUM(IF(d.business_date = :business_date, d.gross_amount, 0)) AS gross_amount,
           SUM(IF(d.business_date = :business_date, d.returned_amount, 0)) AS returned_amount,
           SUM(IF(d.business_date = :business_date - INTERVAL 7 DAY, d.gross_amount - d.returned_amount, 0)) AS week_net_amount,
           SUM(IF(d.business_date >= :from, d.gross_amount - d.returned_amount, 0)) AS month_net_amount
    FROM outlet_day d
    JOIN outlet_dated h ON h.outlet_code = d.outlet_code
        AND h.valid_from <= d.business_date AND h.valid_until > d.business_date
    WHERE d.business_date BETWEEN LEAST(:from, :business_date - INTERVAL 7 DAY) AND :business_date
      AND (:scope_code IS NULL OR h.branch_code = :scope_code)
    GROUP BY d.outlet_code
) d ON d.outlet_code = o.outlet_code
WHERE o.valid_from <= :business_date AND o.valid_until > :business_date
  AND (d.outlet_code IS NOT NULL
       OR (:scope_code IS NULL OR o.branch_code = :scope_code)
       AND (o.opened_on IS NULL OR o.opened_on <= :business_date) AND (o.closed_on IS NULL OR o.closed_on >= :business_date))
