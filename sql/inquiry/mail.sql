SELECT o.report, o.scope_code AS scope, o.business_date, o.revision, m.recipient, m.state, m.attempts AS tries,
       m.uncertain + (m.state = 'SENT') AS copies, m.next_try_at AS next_try, m.reply, m.sent_at, o.digest
FROM outbox o JOIN outbox_mail m USING (outbox_id) WHERE o.business_date BETWEEN :from AND :to
ORDER BY o.report, o.business_date, o.scope_code, o.revision, m.recipient
