-- What a receivable came to by its movements until then, and where its parcel was by then.
SELECT a.kind, a.debtor, a.subject, a.gross, a.adjusted, a.settled, a.written_off, a.gross + a.adjusted - a.settled - a.written_off AS open,
       a.due_on, a.cycle,
       CASE WHEN a.gross + a.adjusted - a.settled - a.written_off <= 0 THEN IF(a.settled > 0, 'SETTLED', IF(a.written_off > 0, 'WRITTEN_OFF', 'CANCELLED'))
            WHEN a.settled - a.tolerated > 0 THEN 'PARTIAL' WHEN a.reversed THEN 'REOPENED' WHEN a.on_its_way THEN 'EXPECTED' ELSE 'DUE' END AS state
FROM (SELECT r.kind, r.debtor, r.subject, r.due_on, r.cycle,
             SUM(IF(e.what = 'GROSS', e.amount, 0)) AS gross, SUM(IF(e.what = 'ADJUST', e.amount, 0)) AS adjusted,
             SUM(IF(e.what IN ('LINE', 'SUSPENSE', 'RECEIPT', 'TOLERANCE', 'REVERSAL', 'CREDIT'), e.amount, 0)) AS settled,
             SUM(IF(e.what = 'TOLERANCE', e.amount, 0)) AS tolerated, SUM(IF(e.what = 'WRITE_OFF', e.amount, 0)) AS written_off,
             MAX(e.what = 'REVERSAL') AS reversed, r.status = 'SHIPPED' OR r.status_on > :to AS on_its_way
      FROM receivable r JOIN receivable_entry e ON e.debtor = r.debtor AND e.subject = r.subject AND e.kind = r.kind AND e.night <= :to
      WHERE r.since <= :to GROUP BY r.kind, r.debtor, r.subject, r.due_on, r.cycle, r.status, r.status_on) a
WHERE a.gross <> 0 ORDER BY a.kind, a.debtor, a.subject
