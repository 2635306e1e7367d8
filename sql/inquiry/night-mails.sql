-- Workbooks and mails of a date.
SELECT COUNT(DISTINCT outbox_id) AS books, COUNT(CASE WHEN state = 'SENT' THEN 1 END) AS sent,
       COUNT(CASE WHEN state NOT IN ('SENT', 'REPLACED') THEN 1 END) AS unsent
FROM outbox JOIN outbox_mail USING (outbox_id) WHERE business_date = :date
