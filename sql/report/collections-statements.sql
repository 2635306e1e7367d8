-- Carriers' statements of the last three months, and those that are due or late. They concern the company as a whole.
SELECT c.carrier_code, c.cycle, c.statement_no, c.revision, c.pay_by, c.since AS came_on, NULLIF(GREATEST(DATEDIFF(c.since, c.pay_by), 0), 0) AS days_late,
       CASE WHEN c.state NOT IN ('FOOTED', 'BANK_CONFIRMED') THEN c.state WHEN c.payable = c.banked THEN 'BANK_CONFIRMED'
            WHEN c.banked = 0 THEN 'FOOTED' ELSE 'BANK_DIFFERS' END AS state,
       c.line_count, c.usual, c.gross, c.fee, c.net, c.banked, c.payable - c.banked AS gap, NULL AS awaited, c.fault_why AS why
FROM (
    SELECT s.*, ROUND(AVG(s.line_count) OVER (PARTITION BY s.carrier_code ORDER BY s.period_from, s.statement_no
                                              ROWS BETWEEN 6 PRECEDING AND 1 PRECEDING)) AS usual,
           (SELECT COALESCE(SUM(g.amount), 0) FROM bank_leg g
            WHERE g.carrier_code = s.carrier_code AND g.statement_no = s.statement_no AND g.night <= :business_date) AS banked
    FROM carrier_statement s
    WHERE :scope_code IS NULL AND s.since <= :business_date) c
WHERE c.pay_by >= :business_date - INTERVAL 3 MONTH OR c.payable <> c.banked AND c.state IN ('FOOTED', 'BANK_CONFIRMED')
UNION ALL
SELECT r.debtor, r.cycle, NULL, NULL, r.due_on, NULL, NULLIF(GREATEST(DATEDIFF(:business_date, r.due_on), 0), 0),
       IF(r.due_on < :business_date, 'LATE', 'DUE'), NULL, NULL, NULL, NULL, NULL, NULL, NULL, SUM(r.gross + r.adjusted - r.settled - r.written_off), NULL
FROM receivable r
LEFT JOIN carrier_statement s ON s.carrier_code = r.debtor AND s.cycle = r.cycle AND s.since <= :business_date
WHERE :scope_code IS NULL AND r.is_open = 1 AND r.kind <> 'CONSIGNMENT_SETTLEMENT' AND r.cycle <> '' AND s.statement_no IS NULL
  AND (r.due_on >= :business_date OR EXISTS (
    SELECT 1 FROM break_item b WHERE b.is_open = 1 AND b.break_key IN (
        CONCAT('STATEMENT_MISSING:', r.debtor, ':', r.debtor, ' ', r.cycle), CONCAT('STATEMENT_MISSING:', r.debtor, ':', r.debtor, ' ', r.cycle, ' ', r.currency))))
GROUP BY r.debtor, r.cycle, r.due_on, r.currency
