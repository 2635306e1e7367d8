-- What carriers owe, cycle by cycle: a row adds up from left to right, and each cycle opens with what the one before closed with.
-- Reckoned backwards from what is open, so that no movement older than three months is read.
WITH mine AS (
    SELECT dealer_code FROM dealer_dated
    WHERE valid_from <= :business_date AND (valid_until IS NULL OR valid_until > :business_date) AND branch_code = :scope_code
), owed AS (
    SELECT debtor, currency, dealer_code, IF(status = 'SHIPPED', 1, 0) AS on_the_way, gross + adjusted - settled - written_off AS open
    FROM receivable WHERE is_open = 1 AND kind <> 'CONSIGNMENT_SETTLEMENT'
    UNION ALL
    SELECT r.debtor, r.currency, r.dealer_code, IF(e.cycle = '', 1, 0), IF(e.what IN ('GROSS', 'ADJUST'), -e.amount, e.amount)
    FROM recon_run u
    JOIN receivable_entry e ON e.recon_id = u.recon_id
    JOIN receivable r ON r.kind = e.kind AND r.debtor = e.debtor AND r.subject = e.subject
    WHERE u.as_of > :business_date AND e.kind <> 'CONSIGNMENT_SETTLEMENT'
), closing AS (
    SELECT debtor, currency, on_the_way, SUM(open) AS open FROM owed
    WHERE :scope_code IS NULL OR dealer_code IN (SELECT dealer_code FROM mine)
    GROUP BY debtor, currency, on_the_way
), moved AS (
    SELECT e.debtor, r.currency, e.cycle,
           SUM(IF(e.what = 'GROSS', e.amount, 0)) AS added, SUM(IF(e.what = 'ADJUST', e.amount, 0)) AS adjusted,
           -SUM(IF(e.what = 'LINE', e.amount, 0)) AS by_lines, -SUM(IF(e.what IN ('SUSPENSE', 'RECEIPT'), e.amount, 0)) AS by_suspense,
           -SUM(IF(e.what = 'TOLERANCE', e.amount, 0)) AS tolerated, -SUM(IF(e.what = 'WRITE_OFF', e.amount, 0)) AS written_off,
           -SUM(IF(e.what = 'REVERSAL', e.amount, 0)) AS reversed, -SUM(IF(e.what = 'CREDIT', e.amount, 0)) AS credited,
           SUM(IF(e.what IN ('GROSS', 'ADJUST'), e.amount, -e.amount)) AS net
    FROM (SELECT DISTINCT debtor FROM recon_total WHERE recon_id = (SELECT MAX(recon_id) FROM recon_total)) t
    JOIN receivable_entry e ON e.debtor = t.debtor AND e.cycle >= DATE_FORMAT(:business_date - INTERVAL 3 MONTH, '%Y-%m')
    JOIN receivable r ON r.kind = e.kind AND r.debtor = e.debtor AND r.subject = e.subject
    WHERE e.night <= :business_date AND e.kind <> 'CONSIGNMENT_SETTLEMENT'
      AND (:scope_code IS NULL OR r.dealer_code IN (SELECT dealer_code FROM mine))
    GROUP BY e.debtor, r.currency, e.cycle
), placed AS (
    SELECT m.*, COALESCE(c.open, 0) - SUM(m.net) OVER (PARTITION BY m.debtor, m.currency ORDER BY m.cycle DESC) AS opening
    FROM moved m LEFT JOIN closing c ON c.debtor = m.debtor AND c.currency = m.currency AND c.on_the_way = 0
)
SELECT p.debtor AS carrier_code, p.currency, p.cycle,
       IF(EXISTS (SELECT 1 FROM closed_cycle x WHERE x.debtor = p.debtor AND x.cycle = p.cycle AND x.closed_as_of <= :business_date), 'CLOSED', 'OPEN') AS state,
       p.opening, p.added, p.adjusted, p.by_lines, p.by_suspense, p.tolerated, p.written_off, p.reversed, p.credited, p.opening + p.net AS closing
FROM placed p
UNION ALL
SELECT c.debtor, c.currency, 'ON_THE_WAY', NULL, 0, c.open, 0, 0, 0, 0, 0, 0, 0, c.open
FROM closing c WHERE c.on_the_way = 1 AND c.open <> 0
