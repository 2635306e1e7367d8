-- What each payee has earned of a month, under four views of its lines:
-- OPEN  an open month, everything known today;
-- CLOSE a closed month as it was known at its close;
-- LATE  a closed month as known today, without the returns that came in after the close;
-- ALL   a closed month as known today, with them (unless the plan counts none after the close).
-- second_today (business_date) is filled by the test.

DROP TABLE IF EXISTS second_set, second_base, second_sum, second_raw, second_earned;

CREATE TABLE second_set (set_name VARCHAR(5), known DATE, with_late_returns INT, closed_night DATE, KEY (known, month)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
SELECT 'OPEN' AS set_name, DATE '9999-12-31' AS known, 1 AS with_late_returns, NULL AS closed_night, m.month, m.first_day, m.next_day, m.next_day - INTERVAL 1 DAY AS last_day
FROM second_month m LEFT JOIN second_close c ON c.month = m.month WHERE c.month IS NULL
UNION ALL
SELECT 'CLOSE', c.night, 1, c.night, m.month, m.first_day, m.next_day, m.next_day - INTERVAL 1 DAY FROM second_month m JOIN second_close c ON c.month = m.month
UNION ALL
SELECT 'LATE', DATE '9999-12-31', 0, c.night, m.month, m.first_day, m.next_day, m.next_day - INTERVAL 1 DAY FROM second_month m JOIN second_close c ON c.month = m.month
UNION ALL
SELECT 'ALL', DATE '9999-12-31', 1, c.night, m.month, m.first_day, m.next_day, m.next_day - INTERVAL 1 DAY FROM second_month m JOIN second_close c ON c.month = m.month;

-- Net bases by line that was sold, its returns taken off. A return without original stays alone.
CREATE TABLE second_base (KEY (set_name, month, plan, payee_kind, payee_code)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
SELECT s.set_name, s.month, c.plan, c.from_date, c.payee_kind, c.payee_code, c.outlet_code, c.doc_no, c.line_no, c.is_loose, c.sold_on, c.serial_no,
    SUM(c.base) AS base, SUM(c.amount) AS amount, SUM(c.quantity) AS quantity, SUM(c.margin) AS margin
FROM second_set s
JOIN second_credit c ON c.known = s.known AND c.month = s.month
WHERE NOT (c.is_return = 1 AND COALESCE(c.first_night > s.closed_night, 0) AND (s.with_late_returns = 0 OR c.after_close = 'none'))
GROUP BY s.set_name, s.month, c.plan, c.from_date, c.payee_kind, c.payee_code, c.outlet_code, c.doc_no, c.line_no, c.is_loose, c.sold_on, c.serial_no;

CREATE TABLE second_sum DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin AS
SELECT set_name, month, plan, from_date, payee_kind, payee_code, SUM(base) AS base, SUM(amount) AS amount, SUM(quantity) AS quantity, SUM(margin) AS margin
FROM second_base
GROUP BY set_name, month, plan, from_date, payee_kind, payee_code;

-- What one version pays, unrounded, over a divisor (the days of the month where the amount is for open days).
CREATE TABLE second_raw (set_name VARCHAR(5), month VARCHAR(7), plan VARCHAR(31), payee_kind VARCHAR(8), payee_code VARCHAR(32), base DECIMAL(40, 6),
    raw DECIMAL(50, 14), divisor INT) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO second_raw
WITH paid AS (
    SELECT s.*, v.cap,
        CASE
            WHEN s.amount < COALESCE(v.min_amount, s.amount) OR s.quantity < COALESCE(v.min_quantity, s.quantity) OR s.margin < COALESCE(v.min_margin, s.margin) THEN 0
            WHEN v.rate_kind = 'linear' THEN s.base * v.rate
            WHEN v.rate_kind = 'fixed' THEN v.rate
            WHEN v.rate_kind = 'marginal' THEN (
                SELECT SUM((LEAST(s.base, b.upper_bound) - b.lower_bound) * b.rate) FROM second_band b
                WHERE b.plan = s.plan AND b.from_date = s.from_date AND (b.lower_bound = 0 OR b.lower_bound < s.base))
            ELSE (
                SELECT SUM(s.base * b.rate) FROM second_band b
                WHERE b.plan = s.plan AND b.from_date = s.from_date AND (b.lower_bound = 0 OR b.lower_bound <= s.base) AND s.base < b.upper_bound)
        END AS raw
    FROM second_sum s
    JOIN second_version v ON v.plan = s.plan AND v.from_date = s.from_date
    WHERE v.rate_kind <> 'per-outlet')
SELECT set_name, month, plan, payee_kind, payee_code, base, LEAST(raw, COALESCE(cap, raw)), 1 FROM paid;

-- An amount for each outlet: prorated by the days it was open and this dealer's; whole once, to the dealer of its last open day.
INSERT INTO second_raw
WITH RECURSIVE days AS (
    SELECT MIN(first_day) AS on_day, MAX(next_day) AS end_day FROM second_month
    UNION ALL
    SELECT on_day + INTERVAL 1 DAY, end_day FROM days WHERE on_day + INTERVAL 1 DAY < end_day),
spans AS (
    SELECT s.set_name, s.month, v.plan, v.from_date, o.dealer_code, o.outlet_code, COUNT(*) AS open_days, MAX(d.on_day) AS last_on,
        DATEDIFF(MAX(s.next_day), MAX(s.first_day)) AS month_days
    FROM second_set s
    JOIN days d ON s.first_day <= d.on_day AND d.on_day < s.next_day
    JOIN second_version v ON v.rate_kind = 'per-outlet' AND v.from_date <= d.on_day AND d.on_day < v.until_date
    JOIN second_outlet o ON o.known = s.known AND o.valid_from <= d.on_day AND d.on_day < o.valid_until
        AND COALESCE(o.opened_on, d.on_day) <= d.on_day AND d.on_day <= COALESCE(o.closed_on, d.on_day)
    JOIN second_trait t ON t.plan = v.plan AND t.from_date = v.from_date AND t.trait = 'channel' AND t.word = o.channel
    WHERE o.dealer_code IS NOT NULL
    GROUP BY s.set_name, s.month, v.plan, v.from_date, o.dealer_code, o.outlet_code),
standing AS (
    SELECT p.*, MAX(p.last_on) OVER (PARTITION BY p.set_name, p.month, p.plan, p.outlet_code) AS last_of_all FROM spans p),
sold AS (
    SELECT set_name, month, plan, payee_code, outlet_code, SUM(amount) AS amount FROM second_base GROUP BY set_name, month, plan, payee_code, outlet_code)
SELECT o.set_name, o.month, o.plan, 'DEALER', o.dealer_code, 0, SUM(IF(COALESCE(s.amount, 0) < COALESCE(v.min_amount, s.amount, 0), 0, v.rate * IF(v.prorated = 1, o.open_days, o.month_days))), MAX(o.month_days)
FROM standing o
JOIN second_version v ON v.plan = o.plan AND v.from_date = o.from_date
LEFT JOIN sold s ON s.set_name = o.set_name AND s.month = o.month AND s.plan = o.plan AND s.payee_code = o.dealer_code AND s.outlet_code = o.outlet_code
WHERE v.prorated = 1 OR o.last_on = o.last_of_all
GROUP BY o.set_name, o.month, o.plan, o.dealer_code;

-- A month is the sum of its versions' parts, rounded once.
CREATE TABLE second_earned (set_name VARCHAR(5), month VARCHAR(7), plan VARCHAR(31), payee_kind VARCHAR(8), payee_code VARCHAR(32), base DECIMAL(40, 6),
    earned DECIMAL(18, 2), PRIMARY KEY (set_name, month, plan, payee_kind, payee_code)) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO second_earned
SELECT set_name, month, plan, payee_kind, payee_code, SUM(base), ROUND(CAST(SUM(raw) AS DECIMAL(50, 20)) / MAX(divisor), 2)
FROM second_raw
GROUP BY set_name, month, plan, payee_kind, payee_code;

-- A part of what one's people earned: people as of the earlier of today and the month's end.
INSERT INTO second_earned
SELECT e.set_name, e.month, v.plan, 'PERSON', p.manager_code, 0, ROUND(SUM(e.earned) * MAX(v.rate), 2)
FROM second_set s
JOIN second_earned e ON e.set_name = s.set_name AND e.month = s.month AND e.payee_kind = 'PERSON'
JOIN second_override o ON o.of_plan = e.plan
JOIN second_version v ON v.plan = o.plan
CROSS JOIN second_today t
JOIN second_person p ON p.known = s.known AND p.person_code = e.payee_code
    AND p.valid_from <= LEAST(t.business_date, s.last_day) AND LEAST(t.business_date, s.last_day) < p.valid_until
WHERE s.set_name IN ('OPEN', 'CLOSE') AND p.manager_code IS NOT NULL
GROUP BY e.set_name, e.month, v.plan, p.manager_code;
