-- What a night has changed of what was reported before: sales of earlier dates, master data, commission.
SELECT date, branch, what, payee, `before`, `after`, cause, source, who FROM (
    SELECT 1 AS part, s.business_date AS date, o.branch_code AS branch, 'net-sales' AS what, '' AS payee,
           SUM(IF(s.night < :to AND (n.doc_no IS NULL OR n.night >= :to), IF(s.void = 'Y', 0, IF(s.kind = 'RETURN', -s.amount, s.amount)), 0)) AS `before`,
           SUM(IF(s.night <= :to AND (n.doc_no IS NULL OR n.night > :to), IF(s.void = 'Y', 0, IF(s.kind = 'RETURN', -s.amount, s.amount)), 0)) AS `after`,
           GROUP_CONCAT(DISTINCT CASE WHEN s.night = :to THEN IF(s.void = 'Y', 'VOIDED', IF(s.version > 1, 'CORRECTED', 'LATE')) WHEN n.night = :to THEN IF(n.void = 'Y', 'VOIDED', 'CORRECTED') END
               ORDER BY s.version SEPARATOR ' ') AS cause,
           GROUP_CONCAT(DISTINCT CASE WHEN s.night = :to THEN f.name WHEN n.night = :to THEN g.name END SEPARATOR ', ') AS source, '' AS who
    FROM (SELECT DISTINCT business_date FROM day_change WHERE night = :to AND feed = 'sale') d
    JOIN sale s ON s.business_date = d.business_date
    LEFT JOIN sale n ON n.doc_no = s.doc_no AND n.line_no = s.line_no AND n.version = s.version + 1
    LEFT JOIN feed_source f ON f.source_id = s.source_id
    LEFT JOIN feed_source g ON g.source_id = n.source_id
    JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND o.valid_from <= s.business_date AND o.valid_until > s.business_date
    GROUP BY s.business_date, o.branch_code HAVING cause IS NOT NULL
    UNION ALL SELECT 2, c.business_date, '', c.feed, c.about, NULL, c.amount, c.kind, '', '' FROM day_change c WHERE c.night = :to AND c.kind = 'MASTER'
    UNION ALL SELECT 3, g.business_date, '', g.plan, g.payee_code,
           (SELECT COALESCE(SUM(b.amount), 0) FROM ledger b WHERE b.plan = g.plan AND b.origin_month = g.origin_month AND b.payee_kind = g.payee_kind
                AND b.payee_code = g.payee_code AND b.type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK') AND b.entry_id < g.first_entry),
           (SELECT COALESCE(SUM(b.amount), 0) FROM ledger b WHERE b.plan = g.plan AND b.origin_month = g.origin_month AND b.payee_kind = g.payee_kind
                AND b.payee_code = g.payee_code AND b.type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK') AND b.entry_id <= g.last_entry),
           g.cause, g.posted_by, COALESCE(d.decided_by, '')
    FROM (SELECT business_date, plan, payee_kind, payee_code, origin_month, cause, posted_by, MIN(entry_id) AS first_entry, MAX(entry_id) AS last_entry
          FROM ledger WHERE business_date = :to AND cause NOT IN ('SALE', 'RETURN') AND type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK')
          GROUP BY business_date, plan, payee_kind, payee_code, origin_month, cause, posted_by) g
    LEFT JOIN decision d ON g.posted_by = CONCAT('decision ', d.decision_id)) a
ORDER BY part, date, branch, what, payee, cause, source
