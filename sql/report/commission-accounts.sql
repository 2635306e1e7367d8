-- What every account stands at on the date by its postings: the month of the night, and earlier ones that are still open. Measure and reason
-- are those of now. A date whose month has been closed since is told of it all the same.
SELECT a.plan, a.payee_code AS payee, COALESCE(d.name, p.name, o.name, a.payee_code) AS payee_name, a.payee_kind, a.origin_month AS period, a.measure,
       COALESCE(l.earned, 0) AS earned, COALESCE(l.earned - l.held - l.forfeited, 0) AS payable,
       COALESCE(l.held, 0) AS held, COALESCE(l.forfeited, 0) AS forfeited, NULLIF(a.reason, '') AS reason
FROM account_month a
LEFT JOIN (
    SELECT plan, origin_month, payee_kind, payee_code, SUM(IF(type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK'), amount, 0)) AS earned,
           SUM(CASE type WHEN 'HOLD' THEN amount WHEN 'RELEASE' THEN -amount WHEN 'FORFEIT' THEN -amount ELSE 0 END) AS held,
           SUM(IF(type = 'FORFEIT', amount, 0)) AS forfeited
    FROM ledger
    WHERE business_date <= :business_date AND origin_month <= DATE_FORMAT(:business_date, '%Y-%m')
      AND (origin_month = DATE_FORMAT(:business_date, '%Y-%m') OR origin_month NOT IN (SELECT month FROM closed_month))
    GROUP BY plan, origin_month, payee_kind, payee_code
) l ON l.plan = a.plan AND l.origin_month = a.origin_month AND l.payee_kind = a.payee_kind AND l.payee_code = a.payee_code
LEFT JOIN closed_month c ON c.month = a.origin_month
LEFT JOIN dealer_dated d ON a.payee_kind = 'DEALER' AND d.dealer_code = a.payee_code
    AND d.valid_from <= :business_date AND d.valid_until > :business_date
LEFT JOIN person_dated p ON a.payee_kind = 'PERSON' AND p.person_code = a.payee_code
    AND p.valid_from <= :business_date AND p.valid_until > :business_date
LEFT JOIN outlet_dated o ON a.payee_kind = 'OUTLET' AND o.outlet_code = a.payee_code
    AND o.valid_from <= :business_date AND o.valid_until > :business_date
WHERE (c.month IS NULL OR a.origin_month = DATE_FORMAT(:business_date, '%Y-%m'))
  AND a.origin_month <= DATE_FORMAT(:business_date, '%Y-%m') AND a.line_count > 0
