-- What nights leave behind beside facts: copied from the first night, for every day of history_day (number, day).

INSERT INTO job_run (job, business_date, run_number, state, cause, started_by, reason, attempts, host, pid, started_at, heartbeat, ended_at, config_digest, message)
SELECT r.job, h.day, r.run_number, r.state, r.cause, r.started_by, r.reason, r.attempts, r.host, r.pid, r.started_at, r.heartbeat, r.ended_at, r.config_digest, r.message
FROM job_run r JOIN history_day h ORDER BY h.number;

INSERT INTO job_event (run_id, at, what, who, detail)
SELECT n.run_id, e.at, e.what, e.who, e.detail
FROM job_event e JOIN job_run r ON r.run_id = e.run_id JOIN job_run n ON n.run_id <> r.run_id;

INSERT INTO feed_source (feed, night, name, kind, state, sha256, bytes, archived_as, taken_at, limit_id, position, read_count, accepted, read_amount, accepted_amount)
SELECT s.feed, h.day, s.name, s.kind, s.state, SHA2(CONCAT(s.sha256, h.day), 256), s.bytes, s.archived_as, s.taken_at, s.limit_id, s.position, s.read_count, s.accepted, s.read_amount, s.accepted_amount
FROM feed_source s JOIN history_day h ORDER BY h.number, s.source_id;

INSERT INTO outbox (report, scope_kind, scope_code, business_date, revision, run_id, archive_path, file_name, digest, figures, subject, html, plain, created_at, released_at, archived_at)
SELECT o.report, o.scope_kind, o.scope_code, h.day, o.revision, n.run_id, o.archive_path, o.file_name, o.digest, o.figures, o.subject, o.html, o.plain, o.created_at, o.released_at, o.archived_at
FROM outbox o JOIN history_day h JOIN job_run n ON n.business_date = h.day ORDER BY h.number, o.outbox_id;

INSERT INTO outbox_workbook (outbox_id, part, bytes)
SELECT n.outbox_id, w.part, w.bytes
FROM outbox_workbook w JOIN outbox o ON o.outbox_id = w.outbox_id
JOIN outbox n ON n.report = o.report AND n.scope_kind = o.scope_kind AND n.scope_code = o.scope_code AND n.business_date <> o.business_date;

INSERT INTO outbox_mail (outbox_id, recipient, message_id, state, attempts, uncertain, sent_at, reply)
SELECT n.outbox_id, m.recipient, m.message_id, m.state, m.attempts, m.uncertain, m.sent_at, m.reply
FROM outbox_mail m JOIN outbox o ON o.outbox_id = m.outbox_id
JOIN outbox n ON n.report = o.report AND n.scope_kind = o.scope_kind AND n.scope_code = o.scope_code AND n.business_date <> o.business_date;

INSERT INTO BATCH_JOB_INSTANCE
SELECT i.JOB_INSTANCE_ID + 1000 * h.number, i.VERSION, i.JOB_NAME, LEFT(SHA2(CONCAT(i.JOB_KEY, h.number), 256), 32)
FROM BATCH_JOB_INSTANCE i JOIN history_day h;

INSERT INTO BATCH_JOB_EXECUTION
SELECT e.JOB_EXECUTION_ID + 1000 * h.number, e.VERSION, e.JOB_INSTANCE_ID + 1000 * h.number, e.CREATE_TIME, e.START_TIME, e.END_TIME, e.STATUS, e.EXIT_CODE, e.EXIT_MESSAGE, e.LAST_UPDATED
FROM BATCH_JOB_EXECUTION e JOIN history_day h;

INSERT INTO BATCH_JOB_EXECUTION_PARAMS
SELECT p.JOB_EXECUTION_ID + 1000 * h.number, p.PARAMETER_NAME, p.PARAMETER_TYPE, IF(p.PARAMETER_NAME = 'business.date', h.day, p.PARAMETER_VALUE), p.IDENTIFYING
FROM BATCH_JOB_EXECUTION_PARAMS p JOIN history_day h;

INSERT INTO BATCH_JOB_EXECUTION_CONTEXT
SELECT c.JOB_EXECUTION_ID + 1000 * h.number, c.SHORT_CONTEXT, c.SERIALIZED_CONTEXT
FROM BATCH_JOB_EXECUTION_CONTEXT c JOIN history_day h;

INSERT INTO BATCH_STEP_EXECUTION
SELECT s.STEP_EXECUTION_ID + 1000 * h.number, s.VERSION, s.STEP_NAME, s.JOB_EXECUTION_ID + 1000 * h.number, s.CREATE_TIME, s.START_TIME, s.END_TIME, s.STATUS, s.COMMIT_COUNT, s.READ_COUNT, s.FILTER_COUNT,
       s.WRITE_COUNT, s.READ_SKIP_COUNT, s.WRITE_SKIP_COUNT, s.PROCESS_SKIP_COUNT, s.ROLLBACK_COUNT, s.EXIT_CODE, s.EXIT_MESSAGE, s.LAST_UPDATED
FROM BATCH_STEP_EXECUTION s JOIN history_day h;

INSERT INTO BATCH_STEP_EXECUTION_CONTEXT
SELECT c.STEP_EXECUTION_ID + 1000 * h.number, c.SHORT_CONTEXT, c.SERIALIZED_CONTEXT
FROM BATCH_STEP_EXECUTION_CONTEXT c JOIN history_day h;

UPDATE BATCH_JOB_INSTANCE_SEQ SET ID = 1000000;
UPDATE BATCH_JOB_EXECUTION_SEQ SET ID = 1000000;
UPDATE BATCH_STEP_EXECUTION_SEQ SET ID = 1000000;
