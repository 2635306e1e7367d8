SELECT a.earned, a.payable, a.held, COALESCE(l.posted, 0) AS posted, COALESCE(u.uncredited, 0) AS uncredited, COALESCE(c.cards, 0) AS cards_due
FROM (SELECT COALESCE(SUM(earned), 0) AS earned, COALESCE(SUM(earned - held - forfeited), 0) AS payable, COALESCE(SUM(held), 0) AS held
      FROM (
    SELECT SUM(IF(type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK'), amount, 0)) AS earned,
           SUM(CASE type WHEN 'HOLD' THEN amount WHEN 'RELEASE' THEN -amount WHEN 'FORFEIT' THEN -amount ELSE 0 END) AS held,
           SUM(IF(type = 'FORFEIT', amount, 0)) AS forfeited
    FROM ledger WHERE plan <> '' AND business_date BETWEEN :from AND :to AND origin_month = DATE_FORMAT(:business_date, '%Y-%m')) x) a
CROSS JOIN (SELECT SUM(amount) AS posted FROM ledger WHERE business_date = :business_date AND type IN ('EARN', 'SUBSIDY', 'ADJUST', 'CLAWBACK')) l
CROSS JOIN (SELECT SUM(net_amount) AS uncredited FROM uncredited WHERE business_date BETWEEN :from AND :to AND reason = 'NO_PLAN') u
CROSS JOIN (SELECT COUNT(DISTINCT s.doc_no, s.line_no) AS cards
FROM (
    SELECT DISTINCT t.payee_code, t.sold_on, t.sold_on + INTERVAL p.card_days DAY AS deadline
    FROM plan_in_force p
    JOIN measure_total t ON t.plan = p.plan AND t.version_from = p.version_from AND t.card_on = '9999-12-31'
    WHERE p.card_days IS NOT NULL AND t.payee_kind = 'DEALER' AND (:scope_code IS NULL OR t.payee_code = :scope_code)
      AND t.sold_on BETWEEN :business_date - INTERVAL p.card_days DAY AND :business_date - INTERVAL p.card_days DAY + INTERVAL 7 DAY) e
JOIN outlet_dated o ON o.dealer_code = e.payee_code AND o.valid_from <= e.sold_on AND o.valid_until > e.sold_on
JOIN current_sale s ON s.business_date = e.sold_on AND s.outlet_code = o.outlet_code AND s.kind = 'SALE' AND s.serial_no IS NOT NULL
LEFT JOIN warranty_card w ON w.serial_no = s.serial_no
LEFT JOIN sale r ON r.original_doc_no = s.doc_no AND r.original_line_no = s.line_no AND r.kind = 'RETURN'
WHERE w.serial_no IS NULL AND r.doc_no IS NULL) c
