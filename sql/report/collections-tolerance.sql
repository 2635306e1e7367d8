-- What was too little to follow, statement by statement of the last two months, beside the statement before: many tiny shortages of one
-- carrier become visible here.
SELECT carrier_code, cycle, statement_no, parcels, short_paid, over_paid, total,
       total - LAG(total) OVER (PARTITION BY carrier_code ORDER BY period_from, statement_no) AS trend, refused
FROM (
    SELECT c.carrier_code, c.cycle, c.statement_no, c.period_from, c.tolerance_refused AS refused,
           SUM(l.spent <> 0 OR l.tolerated <> 0) AS parcels, SUM(l.spent) AS short_paid, SUM(l.tolerated) AS over_paid, SUM(l.spent + l.tolerated) AS total
    FROM carrier_statement c
    JOIN statement_line l ON l.carrier_code = c.carrier_code AND l.statement_no = c.statement_no AND l.state = 'LIVE'
    WHERE :scope_code IS NULL AND c.state IN ('FOOTED', 'BANK_CONFIRMED') AND c.since <= :business_date AND c.pay_by >= :business_date - INTERVAL 2 MONTH
    GROUP BY c.carrier_code, c.cycle, c.statement_no, c.period_from, c.tolerance_refused) spent
