-- What of a write-off a line has taken back: it stands again when the line is gone.
ALTER TABLE statement_line ADD recovered DECIMAL(18, 2) NOT NULL DEFAULT 0 COMMENT 'of what was written off, because it came after all';
ALTER TABLE line_stage ADD recovered DECIMAL(18, 2) NOT NULL DEFAULT 0;
UPDATE statement_line l JOIN (
    SELECT line_id, -SUM(amount) AS amount FROM receivable_entry WHERE what = 'WRITE_OFF' AND line_id <> 0 GROUP BY line_id) e ON e.line_id = l.line_id
SET l.recovered = e.amount;

-- What of a receipt went back to its payer: a correction of the receipt does not bring it here again.
ALTER TABLE placed_receipt ADD given_back DECIMAL(18, 2) NOT NULL DEFAULT 0 COMMENT 'to the payer, by a decision';
UPDATE placed_receipt p
LEFT JOIN (SELECT receipt_no, SUM(amount) AS amount FROM bank_leg GROUP BY receipt_no) b ON b.receipt_no = p.receipt_no
LEFT JOIN (SELECT receipt_no, SUM(amount) AS amount FROM receivable_entry WHERE receipt_no <> '' GROUP BY receipt_no) e ON e.receipt_no = p.receipt_no
SET p.given_back = p.placed - COALESCE(b.amount, 0) - COALESCE(e.amount, 0);

-- An approved decision that found nothing to act on any more is LAPSED, and says why.
ALTER TABLE decision MODIFY state VARCHAR(8) NOT NULL COMMENT 'PENDING, APPROVED, REJECTED, or LAPSED: approved, but nothing was left to act on',
    ADD outcome VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what of it could not be done, and why';

-- What a statement charges in lines for all its parcels, and what is agreed for them: read again only when its lines or the agreement change.
ALTER TABLE carrier_statement ADD fee_charged DECIMAL(18, 2) NOT NULL DEFAULT 0, ADD fee_agreed DECIMAL(18, 2) NOT NULL DEFAULT 0,
    ADD fee_since DATE COMMENT 'the night its first such line came, none without any', ADD fees_checked TINYINT NOT NULL DEFAULT 0;
