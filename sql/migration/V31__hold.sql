-- While the one row is there, the schedule starts nothing and no mail leaves: somebody has paused it, or the books were restored.
CREATE TABLE schedule_hold (
    id TINYINT NOT NULL PRIMARY KEY COMMENT '1',
    since DATETIME NOT NULL,
    who VARCHAR(64) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    restored TINYINT NOT NULL COMMENT 'whether workbooks that lie in the archive may have been mailed before the loss'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
