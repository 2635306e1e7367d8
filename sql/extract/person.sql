-- All people: rows that have not changed are recognised and ignored.
SELECT person_code, valid_from, name, branch_code, outlet_code, role, manager_code, email, joined_on, left_on
FROM person
