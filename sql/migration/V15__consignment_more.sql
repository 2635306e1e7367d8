-- What of a write-off a line has taken back: it stands again when the line is gone.
ALTER TABLE statement_line ADD recovered DECIMAL(18, 2) NOT NULL DEFAULT 0 COMMENT 'of what was written off, because it came after all';
ALTER TABLE line_stage ADD recovered DECIMAL(18, 2) NOT NULL DEFAULT 0;
UPDATE statement_line l JOIN (
    SELECT line_id, -SUM(amount) AS amount FROM receivable_entry WHERE what = 'WRITE_OFF' AND line_id <> 0 GROUP BY line_id) e ON e.line_id = l.line_id
SET l.recovered = e.amount;
