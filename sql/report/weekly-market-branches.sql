-- Each branch's channels: the week, the week before, the week 52 weeks before. A sale belongs to the branch and channel its outlet had
-- on its day.
SELECT b.name AS branch_name, k.branch_code, k.channel, k.net_amount, k.week_before,
       CASE WHEN k.week_before > 0 THEN k.net_amount / k.week_before - 1 END AS week_growth,
       k.year_before, CASE WHEN k.year_before > 0 THEN k.net_amount / k.year_before - 1 END AS year_growth,
       CASE WHEN SUM(k.net_amount) OVER () > 0 THEN k.net_amount / SUM(k.net_amount) OVER () END AS share,
       k.returned_amount, CASE WHEN k.gross_amount > 0 THEN k.returned_amount / k.gross_amount END AS return_rate, k.active_outlets
FROM (
    SELECT o.branch_code, o.channel,
           SUM(IF(d.business_date > :business_date - INTERVAL 7 DAY, d.gross_amount, 0)) AS gross_amount,
           SUM(IF(d.business_date > :business_date - INTERVAL 7 DAY, d.returned_amount, 0)) AS returned_amount,
           SUM(IF(d.business_date > :business_date - INTERVAL 7 DAY, d.gross_amount - d.returned_amount, 0)) AS net_amount,
           SUM(IF(d.business_date BETWEEN :business_date - INTERVAL 13 DAY AND :business_date - INTERVAL 7 DAY, d.gross_amount - d.returned_amount, 0)) AS week_before,
           SUM(IF(d.business_date <= :business_date - INTERVAL 364 DAY, d.gross_amount - d.returned_amount, 0)) AS year_before,
           COUNT(DISTINCT IF(d.business_date > :business_date - INTERVAL 7 DAY AND d.sold_quantity > 0, d.outlet_code, NULL)) AS active_outlets
    FROM outlet_day d
    JOIN outlet_dated o ON o.outlet_code = d.outlet_code
        AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
    WHERE d.business_date BETWEEN :business_date - INTERVAL 13 DAY AND :business_date
       OR d.business_date BETWEEN :business_date - INTERVAL 370 DAY AND :business_date - INTERVAL 364 DAY
    GROUP BY o.branch_code, o.channel
) k
LEFT JOIN branch_dated b ON b.branch_code = k.branch_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
