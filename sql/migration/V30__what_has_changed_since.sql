-- By how many changes of a day's facts it was told what they change of dates that were reported before.
CREATE TABLE noted_day (
    feed VARCHAR(32) NOT NULL,
    business_date DATE NOT NULL,
    changes BIGINT NOT NULL,
    last_source BIGINT NOT NULL COMMENT 'the last source there was then',
    PRIMARY KEY (feed, business_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO noted_day (feed, business_date, changes, last_source)
SELECT feed, business_date, changes, (SELECT COALESCE(MAX(source_id), 0) FROM feed_source) FROM fact_day;

-- What a run has brought that touches dates that were reported before: all of them from business_date on.
CREATE TABLE day_change (
    change_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    run_id BIGINT NOT NULL,
    night DATE NOT NULL,
    feed VARCHAR(32) NOT NULL,
    business_date DATE NOT NULL,
    kind VARCHAR(9) NOT NULL COMMENT 'LATE, CORRECTED, VOIDED or MASTER',
    about VARCHAR(100) NOT NULL COMMENT 'of master data: whose',
    pieces BIGINT NOT NULL,
    amount DECIMAL(20, 2) NOT NULL COMMENT 'by which the day differs; of master data: the net sales it touches',
    KEY day_change_of_run (run_id),
    KEY day_change_of_night (night, feed, business_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Up to which change a job's workbooks of a date were made.
CREATE TABLE reported_day (
    job VARCHAR(32) NOT NULL,
    business_date DATE NOT NULL,
    change_id BIGINT NOT NULL,
    PRIMARY KEY (job, business_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO reported_day (job, business_date, change_id)
SELECT DISTINCT r.job, r.business_date, 0 FROM job_run r JOIN outbox o ON o.run_id = r.run_id WHERE r.state = 'COMPLETED';

-- Backfills, so that one that was cut off goes on where it was: what has a run from first_run on is done.
CREATE TABLE backfill (
    backfill_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    job VARCHAR(32) NOT NULL,
    from_date DATE NOT NULL,
    to_date DATE NOT NULL,
    reason VARCHAR(500) NOT NULL,
    first_run BIGINT NOT NULL,
    started_at DATETIME NOT NULL,
    ended_at DATETIME
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
