-- All outlets: rows that have not changed are recognised and ignored.
SELECT outlet_code, valid_from, name, branch_code, channel, dealer_code, opened_on, closed_on
FROM outlet
