-- What is owed, beside the sum of its movements.
SELECT CONCAT_WS(' ', kind, debtor, subject), SUM(entries), SUM(kept) FROM (
    SELECT kind, debtor, subject, gross + adjusted - settled - written_off AS kept, 0 AS entries FROM receivable
    UNION ALL SELECT kind, debtor, subject, 0, CASE WHEN what IN ('GROSS', 'ADJUST') THEN amount ELSE -amount END FROM receivable_entry) r
GROUP BY kind, debtor, subject HAVING SUM(entries) <> SUM(kept)
