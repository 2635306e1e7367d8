-- Lines that master data of this night would not let in any more, by reason and code, those with the most lines first.
SELECT reason, code, COUNT(*) AS number, SUM(amount) AS amount FROM unaccepted_sale WHERE night = :date
GROUP BY reason, code ORDER BY number DESC, reason, code
