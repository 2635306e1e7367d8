-- The figures of the first sheet: one row; targets and forecast are the company's own, commission is what the month's sales have earned.
SELECT COALESCE(s.net_amount, 0) AS net_amount, CASE WHEN s.month_before > 0 THEN s.net_amount / s.month_before - 1 END AS month_growth,
       CASE WHEN t.mtd_target > 0 THEN t.mtd_actual / t.mtd_target END AS pace, t.forecast, t.forecast_error,
       p.commission, CASE WHEN p.commission > 0 THEN ROUND(s.net_amount / p.commission, 2) END AS efficiency
FROM (
    SELECT SUM(IF(business_date >= :from, gross_amount - returned_amount, 0)) AS net_amount,
           SUM(IF(business_date <= :to - INTERVAL 1 MONTH, gross_amount - returned_amount, 0)) AS month_before
    FROM outlet_day WHERE business_date BETWEEN :from - INTERVAL 1 MONTH AND :to
) s
CROSS JOIN (
    SELECT COALESCE(SUM(amount), 0) AS commission
    FROM ledger WHERE business_date BETWEEN :from AND :to AND origin_month = DATE_FORMAT(:business_date, '%Y-%m')
      AND type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK')
) p
LEFT JOIN target_day t ON t.business_date = :business_date AND t.metric = 'net-amount' AND t.scope_kind = 'COMPANY'
