-- No differences, but worth knowing: for the company what the statement of another cycle has paid (of statements of the last half month), and
-- what is past its pay day and still in its days of grace.
SELECT q.remark, q.carrier_code, q.subject, d.name AS dealer_name, q.amount, q.cycle, q.statement_no, q.statement_cycle, q.due_on,
       GREATEST(DATEDIFF(:business_date, q.due_on), 0) AS days, q.break_on
FROM (
    SELECT 'PERIOD' AS remark, r.debtor AS carrier_code, r.subject, r.dealer_code, l.placed AS amount, r.cycle, l.statement_no, l.cycle AS statement_cycle,
           r.due_on, NULL AS break_on
    FROM carrier_statement c
    JOIN statement_line l ON l.carrier_code = c.carrier_code AND l.statement_no = c.statement_no AND l.state = 'LIVE' AND l.placed <> 0 AND l.waybill <> ''
    JOIN receivable r ON r.kind = IF(l.type = 'CLAIM', 'LOST_CLAIM', 'COD') AND r.debtor = l.carrier_code AND r.waybill = l.waybill
    WHERE :scope_code IS NULL AND c.since BETWEEN :business_date - INTERVAL 16 DAY AND :business_date AND r.cycle <> '' AND r.cycle <> l.cycle
    UNION ALL
    SELECT 'PERIOD', r.debtor, r.subject, r.dealer_code, SUM(e.amount), r.cycle, l.statement_no, l.cycle, r.due_on, NULL
    FROM carrier_statement c
    JOIN statement_line l ON l.carrier_code = c.carrier_code AND l.statement_no = c.statement_no AND l.state = 'LIVE' AND l.placed <> 0 AND l.waybill = ''
    JOIN receivable_entry e ON e.line_id = l.line_id AND e.what IN ('LINE', 'SUSPENSE') AND e.night <= :business_date
    JOIN receivable r ON r.kind = e.kind AND r.debtor = e.debtor AND r.subject = e.subject
    WHERE :scope_code IS NULL AND c.since BETWEEN :business_date - INTERVAL 16 DAY AND :business_date AND r.cycle <> '' AND r.cycle <> l.cycle
    GROUP BY r.kind, r.debtor, r.subject, r.dealer_code, r.cycle, l.statement_no, l.cycle, r.due_on
    UNION ALL
    SELECT 'IN_GRACE', r.debtor, r.subject, r.dealer_code, r.gross + r.adjusted - r.settled - r.written_off, r.cycle, NULL, NULL, r.due_on,
           IF(r.adjusted = 0, r.attention, NULL)
    FROM receivable r
    LEFT JOIN break_item b ON b.break_key = CONCAT('NOT_REMITTED:', r.debtor, ':', r.subject) AND b.is_open = 1
    WHERE r.is_open = 1 AND r.kind <> 'CONSIGNMENT_SETTLEMENT' AND r.status <> 'SHIPPED' AND r.due_on < :business_date AND r.proposed = ''
      AND r.since <= :business_date AND r.settled + r.credited - r.tolerated = 0 AND r.gross + r.adjusted - r.written_off > 0 AND b.break_key IS NULL) q
LEFT JOIN dealer_dated d ON d.dealer_code = q.dealer_code
    AND d.valid_from <= :business_date AND d.valid_until > :business_date
WHERE :scope_code IS NULL OR d.branch_code = :scope_code
