-- What carriers owe, cycle by cycle: a row adds up from left to right, and each cycle opens with what the one before closed with.
-- Reckoned backwards from what is open, so that no movement older than two months is read.
WITH owed AS (
    SELECT debtor, currency, IF(status = 'SHIPPED', 1, 0) AS on_the_way, gross + adjusted - settled - written_off AS open
    FROM receivable WHERE :scope_code IS NULL AND is_open = 1 AND kind <> 'CONSIGNMENT_SETTLEMENT'
    UNION ALL
    SELECT debtor, currency, IF(cycle = '', 1, 0), IF(what IN ('GROSS', 'ADJUST'), -amount, amount)
    FROM receivable_entry
    WHERE :scope_code IS NULL AND kind <> 'CONSIGNMENT_SETTLEMENT'
      AND recon_id > (SELECT COALESCE(MAX(recon_id), 0) FROM recon_run WHERE as_of <= :business_date)
), closing AS (
    SELECT debtor, currency, on_the_way, SUM(open) AS open FROM owed GROUP BY debtor, currency, on_the_way
), moved AS (
    SELECT debtor, currency, cycle,
           SUM(IF(what = 'GROSS', amount, 0)) AS added, SUM(IF(what = 'ADJUST', amount, 0)) AS adjusted,
           -SUM(IF(what = 'LINE', amount, 0)) AS by_lines, -SUM(IF(what IN ('SUSPENSE', 'RECEIPT'), amount, 0)) AS by_suspense,
           -SUM(IF(what = 'TOLERANCE', amount, 0)) AS tolerated, -SUM(IF(what = 'WRITE_OFF', amount, 0)) AS written_off,
           -SUM(IF(what = 'REVERSAL', amount, 0)) AS reversed, -SUM(IF(what = 'CREDIT', amount, 0)) AS credited,
           SUM(IF(what IN ('GROSS', 'ADJUST'), amount, -amount)) AS net
    FROM receivable_entry
    WHERE :scope_code IS NULL AND kind <> 'CONSIGNMENT_SETTLEMENT' AND cycle >= DATE_FORMAT(:business_date - INTERVAL 2 MONTH, '%Y-%m')
      AND recon_id <= (SELECT COALESCE(MAX(recon_id), 0) FROM recon_run WHERE as_of <= :business_date)
    GROUP BY debtor, currency, cycle
), placed AS (
    SELECT m.*, COALESCE(c.open, 0) - SUM(m.net) OVER (PARTITION BY m.debtor, m.currency ORDER BY
               CASE WHEN m.cycle LIKE '%-W%' THEN STR_TO_DATE(CONCAT(m.cycle, ' Sunday'), '%x-W%v %W')
                    WHEN m.cycle LIKE '%-H1' THEN STR_TO_DATE(CONCAT(LEFT(m.cycle, 7), '-15'), '%Y-%m-%d')
                    ELSE LAST_DAY(STR_TO_DATE(CONCAT(LEFT(m.cycle, 7), '-01'), '%Y-%m-%d')) END DESC, m.cycle DESC) AS opening
    FROM moved m LEFT JOIN closing c ON c.debtor = m.debtor AND c.currency = m.currency AND c.on_the_way = 0
)
SELECT p.debtor AS carrier_code, p.currency, p.cycle,
       IF(EXISTS (SELECT 1 FROM closed_cycle x WHERE x.debtor = p.debtor AND x.cycle = p.cycle AND x.closed_as_of <= :business_date), 'CLOSED', 'OPEN') AS state,
       p.opening, p.added, p.adjusted, p.by_lines, p.by_suspense, p.tolerated, p.written_off, p.reversed, p.credited, p.opening + p.net AS closing
FROM placed p
UNION ALL
SELECT c.debtor, c.currency, 'ON_THE_WAY', NULL, 0, c.open, 0, 0, 0, 0, 0, 0, 0, c.open
FROM closing c WHERE c.on_the_way = 1 AND c.open <> 0
