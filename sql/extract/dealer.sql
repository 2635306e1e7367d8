-- All dealers: rows that have not changed are recognised and ignored.
SELECT dealer_code, valid_from, name, branch_code, contract_from, contract_to, deposit_required, credit_limit, bank_account, email
FROM dealer
