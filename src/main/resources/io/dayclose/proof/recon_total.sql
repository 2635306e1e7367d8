-- What was open when the last round was published, beside what is open now.
SELECT CONCAT_WS(' ', debtor, currency), SUM(now), SUM(kept) FROM (
    SELECT debtor, currency, gross + adjusted - settled - written_off AS now, 0 AS kept FROM receivable WHERE is_open = 1
    UNION ALL SELECT debtor, currency, 0, open FROM recon_total WHERE recon_id = (SELECT MAX(recon_id) FROM recon_run WHERE state = 'PUBLISHED')) t
GROUP BY debtor, currency HAVING SUM(now) <> SUM(kept)
