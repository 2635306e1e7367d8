-- A manufacturer is known by its name, and a user who follows breaks by his: both are longer than a code.
ALTER TABLE outbox MODIFY scope_code VARCHAR(200) NOT NULL, MODIFY archive_path VARCHAR(1000) NOT NULL;
