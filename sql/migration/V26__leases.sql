-- Who has a lock and how often it has been taken: every transaction of its holder locks the row and commits only under the epoch it took.
CREATE TABLE lease (
    name VARCHAR(100) NOT NULL,
    epoch BIGINT NOT NULL,
    host VARCHAR(255) NOT NULL,
    pid BIGINT NOT NULL,
    taken_at DATETIME NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE decision MODIFY state VARCHAR(12) NOT NULL COMMENT 'PENDING, APPROVED, REJECTED, WITHDRAWN, or LAPSED: approved, but nothing was left to act on',
    ADD decided_after BIGINT NOT NULL DEFAULT 0 COMMENT 'the last event of a run before it was answered: it acts with the first run after that';
