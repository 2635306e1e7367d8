-- A run that makes part of a finished one again goes on with that part; and up to which change a run's workbooks are made.
ALTER TABLE job_run
    ADD COLUMN from_step VARCHAR(40) COMMENT 'the first of the steps it makes again; empty: all',
    ADD COLUMN change_id BIGINT COMMENT 'the last change of reported days that its workbooks know of';
