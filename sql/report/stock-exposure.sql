-- What of ours is at each dealer (E8): consigned goods on his shelves at the list price of the date, and what he has sold of them and not
-- settled at the list price of the day it was sold, oldest sales settled first. A return undoes what its original took of ours, owned
-- goods first. A settlement counts once it is a receivable: one that is blocked is not. What was settled beyond what was sold of ours
-- counts nothing. Goods without a list price count nothing either and stand beside. Overdue is what the dealers' sheet of collections has.
WITH dealers AS (
    SELECT d.dealer_code FROM dealer_dated d
    WHERE (:scope_code IS NULL OR d.branch_code = :scope_code) AND d.valid_from <= :business_date AND d.valid_until > :business_date
),
held AS (
    SELECT q.dealer_code, SUM(q.pieces) AS pieces, SUM(ROUND(q.pieces * p.list_price, 2)) AS worth, SUM(IF(p.list_price IS NULL, q.pieces, 0)) AS unpriced
    FROM (
        SELECT o.dealer_code, c.product_code, SUM(c.consigned - COALESCE(f.later, 0)) AS pieces
        FROM stock_cell c
        JOIN outlet_dated o ON o.outlet_code = c.outlet_code AND o.valid_from <= :business_date AND o.valid_until > :business_date
        LEFT JOIN (
            SELECT SQL_BIG_RESULT outlet_code, product_code, SUM(closing - opening) AS later
            FROM stock_day WHERE business_date > :business_date AND ownership = 'CONSIGNED' GROUP BY outlet_code, product_code
        ) f ON f.outlet_code = c.outlet_code AND f.product_code = c.product_code
        WHERE o.dealer_code <> '' AND (:scope_code IS NULL OR o.dealer_code IN (SELECT dealer_code FROM dealers))
          AND (c.consigned <> 0 OR f.later <> 0)
        GROUP BY o.dealer_code, c.product_code
    ) q
    LEFT JOIN product_dated p ON p.product_code = q.product_code
        AND p.valid_from <= :business_date AND p.valid_until > :business_date
    GROUP BY q.dealer_code
),
given_back AS (
    SELECT t.doc_no, t.line_no, LEAST(MAX(t.quantity), GREATEST(MAX(o.quantity) - SUM(s.quantity), 0)) AS kept
    FROM noted_sale r
    JOIN sale s ON s.doc_no = r.doc_no AND s.line_no = r.line_no AND s.version = r.version
    JOIN consigned_sale t ON t.doc_no = s.original_doc_no AND t.line_no = s.original_line_no
    JOIN latest_sale o ON o.doc_no = t.doc_no AND o.line_no = t.line_no
    WHERE r.kind = 'RETURN' AND r.business_date <= :business_date
    GROUP BY t.doc_no, t.line_no
),
sold AS (
    SELECT o.dealer_code, t.product_code, t.business_date, SUM(COALESCE(g.kept, t.quantity)) AS quantity
    FROM consigned_sale t
    JOIN outlet_dated o ON o.outlet_code = t.outlet_code AND o.valid_from <= t.business_date AND o.valid_until > t.business_date
    LEFT JOIN given_back g ON g.doc_no = t.doc_no AND g.line_no = t.line_no
    WHERE t.business_date <= :business_date AND o.dealer_code <> '' AND (:scope_code IS NULL OR o.dealer_code IN (SELECT dealer_code FROM dealers))
    GROUP BY o.dealer_code, t.product_code, t.business_date
),
settled AS (
    SELECT c.dealer_code, c.product_code, SUM(c.quantity) AS quantity
    FROM current_consignment_settlement c
    JOIN receivable r ON r.kind = 'CONSIGNMENT_SETTLEMENT' AND r.debtor = c.dealer_code AND r.subject = c.settlement_no
    WHERE c.settled_on <= :business_date
    GROUP BY c.dealer_code, c.product_code
),
unsettled AS (
    SELECT s.dealer_code, s.product_code, s.business_date,
           GREATEST(s.quantity - GREATEST(COALESCE(e.quantity, 0)
               - (SUM(s.quantity) OVER (PARTITION BY s.dealer_code, s.product_code ORDER BY s.business_date) - s.quantity), 0), 0) AS quantity
    FROM sold s
    LEFT JOIN settled e ON e.dealer_code = s.dealer_code AND e.product_code = s.product_code
),
figures AS (
    SELECT dealer_code, pieces AS consigned, worth AS consigned_value, unpriced, 0 AS sold, 0 AS settled, 0 AS unsettled, 0 AS unsettled_value, 0 AS overdue,
           0 AS paid, 0 AS balance
    FROM held
    UNION ALL
    SELECT dealer_code, 0, 0, 0, SUM(quantity), 0, 0, 0, 0, 0, 0 FROM sold GROUP BY dealer_code
    UNION ALL
    SELECT dealer_code, 0, 0, 0, 0, SUM(quantity), 0, 0, 0, 0, 0 FROM settled GROUP BY dealer_code
    UNION ALL
    SELECT u.dealer_code, 0, 0, SUM(IF(p.list_price IS NULL, u.quantity, 0)), 0, 0, SUM(u.quantity), SUM(ROUND(u.quantity * p.list_price, 2)), 0, 0, 0
    FROM unsettled u
    LEFT JOIN product_dated p ON p.product_code = u.product_code
        AND p.valid_from <= u.business_date AND p.valid_until > u.business_date
    WHERE u.quantity <> 0
    GROUP BY u.dealer_code
    UNION ALL
    SELECT r.debtor, 0, 0, 0, 0, 0, 0, 0, SUM(IF(e.what IN ('GROSS', 'ADJUST'), e.amount, -e.amount)), 0, 0
    FROM receivable r
    JOIN receivable_entry e ON e.debtor = r.debtor AND e.subject = r.subject AND e.kind = r.kind AND e.night <= :business_date
    WHERE r.kind = 'CONSIGNMENT_SETTLEMENT' AND r.due_on < :business_date
      AND r.is_open >= (SELECT IF(MAX(as_of) > :business_date, 0, 1) FROM recon_run)
    GROUP BY r.debtor
    UNION ALL
    SELECT m.dealer_code, 0, 0, 0, 0, 0, 0, 0, 0, SUM(IF(m.type = 'PAID', m.amount, 0)), SUM(IF(m.type = 'PAID', m.amount, -m.amount))
    FROM current_deposit_movement m
    WHERE m.entry_date <= :business_date
    GROUP BY m.dealer_code
),
summed AS (
    SELECT dealer_code, SUM(consigned) AS consigned, COALESCE(SUM(consigned_value), 0) AS consigned_value, SUM(unpriced) AS unpriced, SUM(sold) AS sold,
           SUM(settled) AS settled, SUM(unsettled) AS unsettled, COALESCE(SUM(unsettled_value), 0) AS unsettled_value, SUM(overdue) AS overdue,
           SUM(paid) AS paid, SUM(balance) AS balance
    FROM figures GROUP BY dealer_code
)
SELECT s.dealer_code, COALESCE(d.name, s.dealer_code) AS dealer_name, b.name AS branch_name, s.consigned, s.consigned_value, s.sold, s.settled,
       s.unsettled, s.unsettled_value, s.unpriced, s.overdue, s.consigned_value + s.unsettled_value AS exposure, s.balance AS deposit,
       CASE WHEN s.paid = 0 THEN 'NO_DEPOSIT' WHEN s.consigned_value + s.unsettled_value > s.balance THEN 'OVER_DEPOSIT' ELSE 'WITHIN' END AS state
FROM summed s
LEFT JOIN dealer_dated d ON d.dealer_code = s.dealer_code
    AND d.valid_from <= :business_date AND d.valid_until > :business_date
LEFT JOIN branch_dated b ON b.branch_code = d.branch_code
    AND b.valid_from <= :business_date AND b.valid_until > :business_date
WHERE (s.consigned <> 0 OR s.consigned_value <> 0 OR s.unsettled <> 0 OR s.overdue <> 0 OR s.balance <> 0)
  AND (:scope_code IS NULL OR d.branch_code = :scope_code)
