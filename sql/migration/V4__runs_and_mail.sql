-- One row per run of a job for a business date; the row of a running one is also its lease, for people to see.
CREATE TABLE job_run (
    run_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    job VARCHAR(32) NOT NULL,
    business_date DATE NOT NULL,
    run_number INT NOT NULL,
    state VARCHAR(16) NOT NULL COMMENT 'RUNNING, COMPLETED, FAILED or STOPPED',
    cause VARCHAR(16) NOT NULL COMMENT 'OPERATOR, BACKFILL or SCHEDULE',
    started_by VARCHAR(64) NOT NULL,
    reason VARCHAR(500),
    attempts INT NOT NULL,
    host VARCHAR(255) NOT NULL,
    pid BIGINT NOT NULL,
    started_at DATETIME NOT NULL,
    heartbeat DATETIME NOT NULL,
    ended_at DATETIME,
    config_digest CHAR(64) NOT NULL,
    message VARCHAR(2000),
    UNIQUE KEY job_run_number (job, business_date, run_number)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What happened to runs, append-only: started, restarted, recovered, ended.
CREATE TABLE job_event (
    event_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    run_id BIGINT NOT NULL,
    at DATETIME NOT NULL,
    what VARCHAR(16) NOT NULL,
    who VARCHAR(64) NOT NULL,
    detail VARCHAR(2000),
    KEY job_event_run (run_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The outbox: one workbook per report, scope, date and revision, with the figures the next revision compares itself to.
CREATE TABLE outbox (
    outbox_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    report VARCHAR(64) NOT NULL,
    scope_kind VARCHAR(16) NOT NULL,
    scope_code VARCHAR(32) NOT NULL,
    business_date DATE NOT NULL,
    revision INT NOT NULL,
    run_id BIGINT NOT NULL,
    archive_path VARCHAR(255) NOT NULL,
    file_name VARCHAR(255) NOT NULL,
    digest CHAR(64) NOT NULL,
    figures MEDIUMTEXT NOT NULL,
    subject VARCHAR(500) NOT NULL,
    html MEDIUMTEXT NOT NULL,
    plain MEDIUMTEXT NOT NULL,
    created_at DATETIME NOT NULL,
    released_at DATETIME COMMENT 'when its night was whole: nothing leaves before',
    archived_at DATETIME COMMENT 'when its file was written for people to find',
    UNIQUE KEY outbox_revision (report, scope_kind, scope_code, business_date, revision)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The workbook's bytes in parts, so that no statement is larger than a server's packet limit.
CREATE TABLE outbox_workbook (
    outbox_id BIGINT NOT NULL,
    part INT NOT NULL,
    bytes MEDIUMBLOB NOT NULL,
    PRIMARY KEY (outbox_id, part)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One message per recipient, with its state.
CREATE TABLE outbox_mail (
    mail_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    outbox_id BIGINT NOT NULL,
    recipient VARCHAR(200) NOT NULL,
    message_id VARCHAR(200) NOT NULL,
    state VARCHAR(16) NOT NULL COMMENT 'PENDING, SENDING, SENT, RETRY, REJECTED, UNCONFIRMED or NO_RECIPIENT',
    attempts INT NOT NULL DEFAULT 0,
    uncertain INT NOT NULL DEFAULT 0 COMMENT 'how many copies may have arrived without our knowing',
    next_try_at DATETIME,
    sent_at DATETIME,
    reply VARCHAR(500),
    UNIQUE KEY outbox_mail_recipient (outbox_id, recipient),
    KEY outbox_mail_state (state)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
