-- What was too little to follow, statement by statement of the last three months, beside the statement before: many tiny shortages of one
-- carrier become visible here.
WITH mine AS (
    SELECT dealer_code FROM dealer_dated
    WHERE valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date) AND branch_code = :scope_code
), spent AS (
    SELECT c.carrier_code, c.cycle, c.statement_no, c.period_from, c.tolerance_refused AS refused,
           SUM(l.spent <> 0 OR l.tolerated <> 0) AS parcels, SUM(l.spent) AS short_paid, SUM(l.tolerated) AS over_paid, SUM(l.spent + l.tolerated) AS total
    FROM carrier_statement c
    JOIN statement_line l ON l.carrier_code = c.carrier_code AND l.statement_no = c.statement_no AND l.state = 'LIVE'
    WHERE c.state IN ('FOOTED', 'BANK_CONFIRMED') AND c.since <= :business_date AND c.pay_by >= :business_date - INTERVAL 3 MONTH
      AND (:scope_code IS NULL
        OR EXISTS (SELECT 1 FROM receivable r JOIN mine m ON m.dealer_code = r.dealer_code
                   WHERE r.kind = 'COD' AND r.debtor = l.carrier_code AND r.waybill = l.waybill))
    GROUP BY c.carrier_code, c.cycle, c.statement_no, c.period_from, c.tolerance_refused
)
SELECT carrier_code, cycle, statement_no, parcels, short_paid, over_paid, total,
       total - LAG(total) OVER (PARTITION BY carrier_code ORDER BY period_from, statement_no) AS trend,
       IF(:scope_code IS NULL, refused, NULL) AS refused
FROM spent
