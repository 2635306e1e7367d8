-- The figures of the first sheet: one row.
SELECT k.net_amount,
       CASE WHEN k.week_net_amount > 0 THEN k.net_amount / k.week_net_amount - 1 END AS week_growth,
       k.gross_amount,
       k.returned_amount,
       CASE WHEN k.gross_amount > 0 THEN k.returned_amount / k.gross_amount END AS return_rate,
       k.documents,
       k.active_outlets,
       k.month_net_amount
FROM (
    SELECT COALESCE(SUM(IF(d.business_date = :business_date, d.gross_amount - d.returned_amount, 0)), 0) AS net_amount,
           COALESCE(SUM(IF(d.business_date = :business_date, d.gross_amount, 0)), 0) AS gross_amount,
           COALESCE(SUM(IF(d.business_date = :business_date, d.returned_amount, 0)), 0) AS returned_amount,
           COALESCE(SUM(IF(d.business_date = :business_date, d.documents, 0)), 0) AS documents,
           COUNT(IF(d.business_date = :business_date AND d.sold_quantity > 0, 1, NULL)) AS active_outlets,
           COALESCE(SUM(IF(d.business_date = :business_date - INTERVAL 7 DAY, d.gross_amount - d.returned_amount, 0)), 0) AS week_net_amount,
           COALESCE(SUM(IF(d.business_date >= :from, d.gross_amount - d.returned_amount, 0)), 0) AS month_net_amount
    FROM outlet_day d
    JOIN outlet_dated o ON o.outlet_code = d.outlet_code
        AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
    WHERE d.business_date BETWEEN LEAST(:from, :business_date - INTERVAL 7 DAY) AND :business_date
      AND (:scope_code IS NULL OR o.branch_code = :scope_code)
) k
