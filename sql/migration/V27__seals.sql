-- What was written for good, part by part, as it was when its work ended: number of rows, their total and a digest of all their columns. A
-- part that is different later was changed by hand.
CREATE TABLE seal (
    table_name VARCHAR(64) NOT NULL,
    part VARCHAR(160) NOT NULL,
    row_count BIGINT NOT NULL,
    total DECIMAL(38, 4) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    of_columns VARCHAR(2000) NOT NULL COMMENT 'those the digest was made of: a later version may have more',
    sealed_at DATETIME NOT NULL,
    PRIMARY KEY (table_name, part)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- By how many changes of a day's facts it has been sealed.
CREATE TABLE sealed_day (
    feed VARCHAR(32) NOT NULL,
    business_date DATE NOT NULL,
    changes BIGINT NOT NULL,
    PRIMARY KEY (feed, business_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
