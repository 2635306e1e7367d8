-- What a returned voucher was measured by: both figures of a rule, the span a date lies outside of, the words of a list.
ALTER TABLE voucher
    ADD COLUMN expected VARCHAR(500) AFTER value,
    ADD KEY voucher_listed (decision, resolved_on, first_seen);

-- Whose file it is and which day it is for, as far as its name says so.
ALTER TABLE feed_source
    ADD COLUMN branch_code VARCHAR(32) COMMENT 'the sender' AFTER archived_as,
    ADD COLUMN file_date DATE AFTER branch_code,
    ADD COLUMN sheet VARCHAR(31) COMMENT 'for MENDED: the sheet of the workbook' AFTER file_date,
    MODIFY COLUMN kind VARCHAR(16) NOT NULL COMMENT 'FILE, QUERY, MENDED, WAITING or RETURNED',
    MODIFY COLUMN state VARCHAR(16) NOT NULL COMMENT 'TAKEN, DONE, EMPTY, DUPLICATE, UNREADABLE, QUARANTINED or SKIPPED';

-- What had been expected and had not come when a night had been read; made again with its night.
CREATE TABLE owed_report (
    night DATE NOT NULL,
    feed VARCHAR(32) NOT NULL,
    branch_code VARCHAR(32) NOT NULL COMMENT 'empty when the feed is not expected from each branch',
    due_on DATE NOT NULL COMMENT 'daily: the business date it is for; else the day it was due',
    due_at DATETIME NOT NULL,
    days_late BIGINT NOT NULL,
    escalated CHAR(1) NOT NULL COMMENT 'Y once it is late enough for the management to know',
    PRIMARY KEY (night, feed, branch_code, due_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
