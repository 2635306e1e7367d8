-- Payees are named by code alone: the codes that stand for payees of more than one kind.
SELECT code, GROUP_CONCAT(kind ORDER BY kind SEPARATOR ', ') AS kinds FROM (
    SELECT DISTINCT dealer_code AS code, 'dealer' AS kind FROM dealer
    UNION SELECT DISTINCT outlet_code, 'outlet' FROM outlet
    UNION SELECT DISTINCT person_code, 'person' FROM person) k
GROUP BY code HAVING COUNT(*) > 1 ORDER BY code LIMIT 20
