-- Each channel's month so far. A day counts for the channel the outlet belonged to then; growth is against the same days of the month before
-- and of the year before. Target: those of the channel's outlets. Commission: what plans have earned the channel's outlets and dealers by
-- entries of these days; what sellers of own stores earn counts for the channel of their outlet, people without an outlet for none, a dealer's
-- for that of his first one. Where there are neither targets nor commission there is no progress to tell: daily sales say the rest.
WITH sold AS (
    SELECT o.channel,
           SUM(IF(d.business_date >= :from, d.gross_amount - d.returned_amount, 0)) AS net_amount,
           SUM(IF(d.business_date BETWEEN :from - INTERVAL 1 MONTH AND :to - INTERVAL 1 MONTH, d.gross_amount - d.returned_amount, 0)) AS month_before,
           SUM(IF(d.business_date BETWEEN :from - INTERVAL 1 YEAR AND :to - INTERVAL 1 YEAR, d.gross_amount - d.returned_amount, 0)) AS year_before
    FROM outlet_day d
    JOIN outlet_dated o ON o.outlet_code = d.outlet_code
        AND o.valid_from <= d.business_date AND (o.valid_until IS NULL OR o.valid_until > d.business_date)
    WHERE d.business_date BETWEEN :from - INTERVAL 1 MONTH AND :to
       OR d.business_date BETWEEN :from - INTERVAL 1 YEAR AND :to - INTERVAL 1 YEAR
    GROUP BY o.channel
),
active AS (
    SELECT channel, COUNT(DISTINCT outlet_code) AS active_outlets
    FROM (
        SELECT o.channel, d.outlet_code
        FROM outlet_day d
        JOIN outlet_dated o ON o.outlet_code = d.outlet_code
            AND o.valid_from <= d.business_date AND (o.valid_until IS NULL OR o.valid_until > d.business_date)
        WHERE d.business_date BETWEEN :from AND :to
        GROUP BY o.channel, d.outlet_code
        HAVING SUM(d.gross_amount - d.returned_amount) > 0
    ) a
    GROUP BY channel
),
outlets AS (
    SELECT channel, COUNT(*) AS outlets, SUM(opened_on BETWEEN :from AND :to) AS new_outlets
    FROM outlet_dated
    WHERE valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date)
      AND (opened_on IS NULL OR opened_on <= :business_date) AND (closed_on IS NULL OR closed_on >= :business_date)
    GROUP BY channel
),
planned AS (
    SELECT o.channel, SUM(t.month_target) AS month_target, SUM(t.mtd_target) AS mtd_target, SUM(t.mtd_actual) AS mtd_actual,
           SUM(t.forecast) AS forecast, SUM(t.forecast IS NULL) AS unknown
    FROM target_day t
    JOIN outlet_dated o ON o.outlet_code = t.scope_code
        AND o.valid_from <= :business_date AND (o.valid_until IS NULL OR o.valid_until > :business_date)
    WHERE t.business_date = :business_date AND t.metric = 'net-amount' AND t.scope_kind = 'OUTLET'
    GROUP BY o.channel
),
paid AS (
    SELECT o.channel, SUM(e.amount) AS commission
    FROM (
        SELECT l.business_date, l.amount, CASE l.payee_kind WHEN 'OUTLET' THEN l.payee_code WHEN 'PERSON' THEN p.outlet_code
                   ELSE (SELECT MIN(x.outlet_code) FROM outlet_dated x WHERE x.dealer_code = l.payee_code
                         AND x.valid_from <= l.business_date AND (x.valid_until IS NULL OR x.valid_until > l.business_date)) END AS outlet_code
        FROM ledger l
        LEFT JOIN person_dated p ON l.payee_kind = 'PERSON' AND p.person_code = l.payee_code
            AND p.valid_from <= l.business_date AND (p.valid_until IS NULL OR p.valid_until > l.business_date)
        WHERE l.business_date BETWEEN :from AND :to AND l.type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK')
    ) e
    JOIN outlet_dated o ON o.outlet_code = e.outlet_code
        AND o.valid_from <= e.business_date AND (o.valid_until IS NULL OR o.valid_until > e.business_date)
    GROUP BY o.channel
)
SELECT c.channel, COALESCE(s.net_amount, 0) AS net_amount,
       CASE WHEN s.month_before > 0 THEN s.net_amount / s.month_before - 1 END AS month_growth,
       CASE WHEN s.year_before > 0 THEN s.net_amount / s.year_before - 1 END AS year_growth,
       t.month_target, t.mtd_target, CASE WHEN t.mtd_target > 0 THEN t.mtd_actual / t.mtd_target END AS pace,
       t.mtd_actual - t.mtd_target AS gap, COALESCE(u.outlets, 0) AS outlets, COALESCE(a.active_outlets, 0) AS active_outlets,
       CASE WHEN u.outlets > 0 THEN COALESCE(a.active_outlets, 0) / u.outlets END AS active_share, COALESCE(u.new_outlets, 0) AS new_outlets,
       COALESCE(p.commission, 0) AS commission, CASE WHEN p.commission > 0 THEN ROUND(COALESCE(s.net_amount, 0) / p.commission, 2) END AS efficiency,
       IF(t.unknown = 0, t.forecast, NULL) AS forecast,
       CASE WHEN t.unknown = 0 AND t.month_target > 0 THEN t.forecast / t.month_target END AS forecast_share
FROM (SELECT channel FROM sold UNION SELECT channel FROM outlets UNION SELECT channel FROM planned) c
LEFT JOIN sold s ON s.channel = c.channel
LEFT JOIN active a ON a.channel = c.channel
LEFT JOIN outlets u ON u.channel = c.channel
LEFT JOIN planned t ON t.channel = c.channel
LEFT JOIN paid p ON p.channel = c.channel
WHERE EXISTS (SELECT 1 FROM planned) OR EXISTS (SELECT 1 FROM paid)
