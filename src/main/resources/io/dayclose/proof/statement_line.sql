-- What a line has placed, beside what receivables say they were paid by it.
SELECT CONCAT_WS(' ', l.carrier_code, CONCAT(l.statement_no, '/', l.line_no)), COALESCE(e.amount, 0), l.placed FROM statement_line l
LEFT JOIN (SELECT line_id, SUM(IF(what IN ('TOLERANCE', 'WRITE_OFF'), 0, amount)) AS amount FROM receivable_entry WHERE line_id <> 0 GROUP BY line_id) e ON e.line_id = l.line_id
WHERE l.placed <> COALESCE(e.amount, 0)
