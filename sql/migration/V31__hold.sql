-- One row while somebody has paused the schedule or the books were restored: it starts nothing then, and no mail leaves. That books were
-- restored is remembered for good: workbooks of dates up to then may have been mailed before the loss.
CREATE TABLE schedule_hold (
    id TINYINT NOT NULL PRIMARY KEY COMMENT '1',
    since DATETIME NOT NULL,
    who VARCHAR(64) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    held TINYINT NOT NULL,
    restored_at DATETIME
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
