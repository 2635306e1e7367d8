-- A run that makes part of a finished one again goes on with that part; and up to which change a run's workbooks are made.
ALTER TABLE job_run
    ADD COLUMN from_step VARCHAR(40) COMMENT 'the first of the steps it makes again; empty: all',
    ADD COLUMN change_id BIGINT COMMENT 'the last change of reported days that its workbooks know of';

-- Workbooks with decisions that were taken in, so that a restored database can tell which were not. Those of nights up to the first row's
-- came before this table.
CREATE TABLE decided_file (
    archived_as VARCHAR(500) NOT NULL PRIMARY KEY,
    night DATE NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO decided_file (archived_as, night) SELECT '', COALESCE(MAX(night), '1000-01-01') FROM feed_source;
