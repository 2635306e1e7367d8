-- Decisions that the night's round could not carry out any more, in whole or in part.
SELECT d.decision_id, d.kind, d.outcome FROM decision d JOIN recon_run r ON r.recon_id = d.done_in
WHERE r.as_of = :date AND d.outcome <> '' ORDER BY d.decision_id
