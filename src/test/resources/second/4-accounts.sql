-- The accounts: what a month has earned, for a closed one as it stood then and what came later, and how it is split.

DROP TABLE IF EXISTS second_total, second_gate, second_account;

-- Returns after the close of a month with a base take their part of what was earned at the close (clawed); under
-- `recompute`, and where there was no base, they are computed again with the late facts (adjusted).
CREATE TABLE second_total (month VARCHAR(7), plan VARCHAR(31), payee_kind VARCHAR(8), payee_code VARCHAR(32), base DECIMAL(40, 6), earned DECIMAL(18, 2),
    adjusted DECIMAL(18, 2), clawed DECIMAL(18, 2), PRIMARY KEY (month, plan, payee_kind, payee_code)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO second_total SELECT month, plan, payee_kind, payee_code, base, earned, 0, 0 FROM second_earned WHERE set_name = 'OPEN';

INSERT INTO second_total
WITH account AS (
    SELECT DISTINCT e.month, e.plan, e.payee_kind, e.payee_code, v.after_close
    FROM second_earned e
    JOIN second_month m ON m.month = e.month
    JOIN second_version v ON v.plan = e.plan AND v.from_date < m.next_day AND m.next_day <= v.until_date AND v.rate_kind <> 'override'
    WHERE e.set_name <> 'OPEN'),
seen AS (
    SELECT a.*, COALESCE(c.earned, 0) AS at_close, COALESCE(c.base, 0) AS base_at_close, COALESCE(l.earned, 0) AS with_late, COALESCE(l.base, 0) AS base_with_late,
        COALESCE(t.earned, 0) AS with_all, COALESCE(t.base, 0) AS base_with_all
    FROM account a
    LEFT JOIN second_earned c ON c.set_name = 'CLOSE' AND c.month = a.month AND c.plan = a.plan AND c.payee_kind = a.payee_kind AND c.payee_code = a.payee_code
    LEFT JOIN second_earned l ON l.set_name = 'LATE' AND l.month = a.month AND l.plan = a.plan AND l.payee_kind = a.payee_kind AND l.payee_code = a.payee_code
    LEFT JOIN second_earned t ON t.set_name = 'ALL' AND t.month = a.month AND t.plan = a.plan AND t.payee_kind = a.payee_kind AND t.payee_code = a.payee_code)
SELECT month, plan, payee_kind, payee_code, base_with_all, at_close,
    IF(after_close = 'recompute' OR (after_close = 'original-rate' AND base_at_close = 0), with_all, with_late) - at_close,
    IF(after_close = 'original-rate' AND base_at_close <> 0,
        -ROUND(CAST(at_close * (base_with_late - base_with_all) AS DECIMAL(60, 24)) / base_at_close, 2), 0)
FROM seen;

-- A manager's part follows his people after the close.
INSERT INTO second_total
WITH people AS (
    SELECT a.month, v.plan, p.manager_code, SUM(a.earned + a.adjusted) AS adjusted, SUM(a.clawed) AS clawed
    FROM second_total a
    JOIN second_close c ON c.month = a.month
    JOIN second_month m ON m.month = a.month
    JOIN second_override o ON o.of_plan = a.plan
    JOIN second_version v ON v.plan = o.plan
    JOIN second_person p ON p.known = DATE '9999-12-31' AND p.person_code = a.payee_code AND p.valid_from < m.next_day AND m.next_day <= p.valid_until
    WHERE a.payee_kind = 'PERSON' AND p.manager_code IS NOT NULL
    GROUP BY a.month, v.plan, p.manager_code),
manager AS (
    SELECT month, plan, manager_code FROM people
    UNION
    SELECT e.month, e.plan, e.payee_code FROM second_earned e JOIN second_override o ON o.plan = e.plan WHERE e.set_name = 'CLOSE')
SELECT b.month, b.plan, 'PERSON', b.manager_code, 0, COALESCE(c.earned, 0), ROUND(COALESCE(p.adjusted, 0) * v.rate, 2) - COALESCE(c.earned, 0),
    ROUND(COALESCE(p.clawed, 0) * v.rate, 2)
FROM manager b
JOIN second_version v ON v.plan = b.plan
LEFT JOIN people p ON p.month = b.month AND p.plan = b.plan AND p.manager_code = b.manager_code
LEFT JOIN second_earned c ON c.set_name = 'CLOSE' AND c.month = b.month AND c.plan = b.plan AND c.payee_code = b.manager_code;

-- Where each line stands today. A card counts when it came back by the deadline, however early.
CREATE TABLE second_gate DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
WITH asked AS (
    SELECT b.month, b.plan, b.payee_kind, b.payee_code, b.base, b.is_loose, v.card_then, DATEDIFF(t.business_date, b.sold_on) AS age, v.card_days, v.return_days,
        v.card_days IS NOT NULL AND b.serial_no IS NOT NULL
            AND COALESCE(c.returned_on, DATE '9999-12-31') > LEAST(t.business_date, b.sold_on + INTERVAL v.card_days DAY) AS card_missing
    FROM second_base b
    JOIN second_version v ON v.plan = b.plan AND v.from_date = b.from_date
    CROSS JOIN second_today t
    LEFT JOIN second_card c ON c.serial_no = b.serial_no
    WHERE b.set_name IN ('OPEN', 'ALL'))
SELECT month, plan, payee_kind, payee_code, base,
    CASE
        WHEN is_loose = 1 THEN 'cleared'
        WHEN card_missing = 1 AND age > card_days AND card_then = 'forfeit' THEN 'expired'
        WHEN card_missing = 1 AND age <= card_days THEN 'waiting'
        WHEN age <= return_days THEN 'waiting'
        ELSE 'cleared'
    END AS state
FROM asked;

-- earned = payable + held + forfeited. Multiplied first, divided once, straight into the rounding.
CREATE TABLE second_account DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
WITH gate AS (
    SELECT month, plan, payee_kind, payee_code, SUM(IF(state = 'cleared', base, 0)) AS cleared, SUM(IF(state = 'expired', base, 0)) AS expired
    FROM second_gate GROUP BY month, plan, payee_kind, payee_code),
whole AS (
    SELECT a.*, a.earned + a.adjusted + a.clawed AS total, COALESCE(g.cleared, 0) AS cleared, COALESCE(g.expired, 0) AS expired
    FROM second_total a
    LEFT JOIN gate g ON g.month = a.month AND g.plan = a.plan AND g.payee_kind = a.payee_kind AND g.payee_code = a.payee_code),
paid AS (
    SELECT w.*,
        CASE
            WHEN total <= 0 OR base <= 0 OR cleared = base THEN total
            ELSE GREATEST(0, LEAST(total, ROUND(CAST(total * cleared AS DECIMAL(60, 24)) / base, 2)))
        END AS payable
    FROM whole w),
lost AS (
    SELECT p.*,
        CASE
            WHEN total <= 0 OR base <= 0 THEN 0
            WHEN cleared + expired = base THEN total - payable
            ELSE GREATEST(0, LEAST(total - payable, ROUND(CAST(total * expired AS DECIMAL(60, 24)) / base, 2)))
        END AS forfeited
    FROM paid p)
SELECT plan, month AS origin_month, payee_kind, payee_code, earned, adjusted, clawed, total - payable - forfeited AS held, forfeited
FROM lost
WHERE earned <> 0 OR adjusted <> 0 OR clawed <> 0 OR forfeited <> 0;
