SELECT decision_id AS id, kind, state, plan, payee_code AS payee, gate, month AS period, amount, bank_account, reason, proposed_by, proposed_at,
       answer, decided_by, decided_at, detail, outcome
FROM decision ORDER BY decision_id
