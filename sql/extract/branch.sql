-- All branches: rows that have not changed are recognised and ignored.
SELECT branch_code, valid_from, name, region, manager_code
FROM branch
