-- Each channel's month so far. A day counts for the channel the outlet belonged to then; growth is against the same days of the month before
-- and of the year before. Target: those of the channel's outlets. Commission: what the month's sales have earned the channel's outlets and
-- dealers under the plans by the date; what was posted in the month, of whatever month, stands beside it. What sellers of own stores
-- earn counts for the channel of their outlet, a dealer's for that of his first one. What belongs to no channel, such as the commission of
-- people without an outlet or a target given to no outlet, has a line of its own, so that channels add up to the company. Where there are
-- neither targets nor commission there is no progress to tell: daily sales say the rest.
WITH sold AS (
    SELECT COALESCE(o.channel, 'NONE') AS channel,
           SUM(IF(d.business_date >= :from, d.gross_amount - d.returned_amount, 0)) AS net_amount,
           SUM(IF(d.business_date BETWEEN :from - INTERVAL 1 MONTH AND :to - INTERVAL 1 MONTH, d.gross_amount - d.returned_amount, 0)) AS month_before,
           SUM(IF(d.business_date BETWEEN :from - INTERVAL 1 YEAR AND :to - INTERVAL 1 YEAR, d.gross_amount - d.returned_amount, 0)) AS year_before
    FROM outlet_day d
    LEFT JOIN outlet_dated o ON o.outlet_code = d.outlet_code
        AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
    WHERE d.business_date BETWEEN :from - INTERVAL 1 MONTH AND :to
       OR d.business_date BETWEEN :from - INTERVAL 1 YEAR AND :to - INTERVAL 1 YEAR
    GROUP BY COALESCE(o.channel, 'NONE')
),
active AS (
    SELECT channel, COUNT(DISTINCT outlet_code) AS active_outlets
    FROM (
        SELECT o.channel, d.outlet_code
        FROM outlet_day d
        JOIN outlet_dated o ON o.outlet_code = d.outlet_code
            AND o.valid_from <= d.business_date AND o.valid_until > d.business_date
        WHERE d.business_date BETWEEN :from AND :to
        GROUP BY o.channel, d.outlet_code
        HAVING SUM(d.gross_amount - d.returned_amount) > 0
    ) a
    GROUP BY channel
),
outlets AS (
    SELECT channel, COUNT(*) AS outlets, SUM(opened_on BETWEEN :from AND :to) AS new_outlets
    FROM outlet_dated
    WHERE valid_from <= :business_date AND valid_until > :business_date
      AND (opened_on IS NULL OR opened_on <= :business_date) AND (closed_on IS NULL OR closed_on >= :business_date)
    GROUP BY channel
),
given AS (
    SELECT COALESCE(o.channel, 'NONE') AS channel, SUM(t.month_target) AS month_target, SUM(t.mtd_target) AS mtd_target,
           SUM(t.mtd_actual) AS mtd_actual, IF(SUM(t.forecast IS NULL) = 0, SUM(t.forecast), NULL) AS forecast
    FROM target_day t
    LEFT JOIN outlet_dated o ON o.outlet_code = t.scope_code
        AND o.valid_from <= :business_date AND o.valid_until > :business_date
    WHERE t.business_date = :business_date AND t.metric = 'net-amount' AND t.scope_kind = 'OUTLET'
    GROUP BY COALESCE(o.channel, 'NONE')
),
planned AS (
    SELECT channel, SUM(month_target) AS month_target, SUM(mtd_target) AS mtd_target, SUM(mtd_actual) AS mtd_actual, SUM(forecast) AS forecast
    FROM (
        SELECT channel, month_target, mtd_target, mtd_actual, forecast FROM given
        UNION ALL
        SELECT 'NONE', c.month_target - COALESCE(g.month_target, 0), c.mtd_target - COALESCE(g.mtd_target, 0),
               c.mtd_actual - COALESCE(g.mtd_actual, 0), c.forecast - COALESCE(g.forecast, 0)
        FROM target_day c
        CROSS JOIN (SELECT SUM(month_target) AS month_target, SUM(mtd_target) AS mtd_target, SUM(mtd_actual) AS mtd_actual, SUM(forecast) AS forecast FROM given) g
        WHERE c.business_date = :business_date AND c.metric = 'net-amount' AND c.scope_kind = 'COMPANY'
          AND (c.month_target <> COALESCE(g.month_target, 0) OR c.mtd_actual <> COALESCE(g.mtd_actual, 0) OR c.forecast <> COALESCE(g.forecast, 0))
    ) every
    GROUP BY channel
),
paid AS (
    SELECT COALESCE(o.channel, 'NONE') AS channel, SUM(e.commission) AS commission, SUM(e.posted) AS posted
    FROM (
        SELECT payee_kind, payee_code, SUM(commission) AS commission, SUM(posted) AS posted
        FROM (
            SELECT payee_kind, payee_code, IF(origin_month = DATE_FORMAT(:business_date, '%Y-%m'), amount, 0) AS commission, amount AS posted
            FROM ledger WHERE business_date BETWEEN :from AND :to AND type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK')
        ) a
        GROUP BY payee_kind, payee_code
    ) e
    LEFT JOIN person_dated p ON e.payee_kind = 'PERSON' AND p.person_code = e.payee_code
        AND p.valid_from <= :business_date AND p.valid_until > :business_date
    LEFT JOIN outlet_dated o ON o.outlet_code = CASE e.payee_kind WHEN 'OUTLET' THEN e.payee_code WHEN 'PERSON' THEN p.outlet_code
            ELSE (SELECT MIN(x.outlet_code) FROM outlet_dated x WHERE x.dealer_code = e.payee_code
                  AND x.valid_from <= :business_date AND x.valid_until > :business_date) END
        AND o.valid_from <= :business_date AND o.valid_until > :business_date
    WHERE e.commission <> 0 OR e.posted <> 0
    GROUP BY COALESCE(o.channel, 'NONE')
)
SELECT c.channel, COALESCE(s.net_amount, 0) AS net_amount,
       CASE WHEN s.month_before > 0 THEN s.net_amount / s.month_before - 1 END AS month_growth,
       CASE WHEN s.year_before > 0 THEN s.net_amount / s.year_before - 1 END AS year_growth,
       t.month_target, t.mtd_target, CASE WHEN t.mtd_target > 0 THEN t.mtd_actual / t.mtd_target END AS pace,
       t.mtd_actual - t.mtd_target AS gap, COALESCE(u.outlets, 0) AS outlets, COALESCE(a.active_outlets, 0) AS active_outlets,
       CASE WHEN u.outlets > 0 THEN COALESCE(a.active_outlets, 0) / u.outlets END AS active_share, COALESCE(u.new_outlets, 0) AS new_outlets,
       COALESCE(p.commission, 0) AS commission, COALESCE(p.posted, 0) AS posted,
       CASE WHEN p.commission > 0 THEN ROUND(COALESCE(s.net_amount, 0) / p.commission, 2) END AS efficiency,
       t.forecast, CASE WHEN t.month_target > 0 THEN t.forecast / t.month_target END AS forecast_share
FROM (SELECT channel FROM sold UNION SELECT channel FROM outlets UNION SELECT channel FROM planned UNION SELECT channel FROM paid) c
LEFT JOIN sold s ON s.channel = c.channel
LEFT JOIN active a ON a.channel = c.channel
LEFT JOIN outlets u ON u.channel = c.channel
LEFT JOIN planned t ON t.channel = c.channel
LEFT JOIN paid p ON p.channel = c.channel
WHERE EXISTS (SELECT 1 FROM planned) OR EXISTS (SELECT 1 FROM paid)
