-- The days that were closed, each time with the digest of what they were made from and came to. Append-only.
CREATE TABLE business_day (
    business_date DATE NOT NULL,
    run_id BIGINT NOT NULL,
    closed_at DATETIME NOT NULL,
    digest VARCHAR(64) NOT NULL,
    PRIMARY KEY (business_date, run_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The monthly closing statement of each payee: opening + payable = net = paid + carried. Rows of a month that is not closed
-- yet are a draft. waiting stands outside: what plans' gates keep back until they are met.
CREATE TABLE settlement (
    month CHAR(7) NOT NULL,
    payee_kind VARCHAR(8) NOT NULL,
    payee_code VARCHAR(32) NOT NULL,
    opening DECIMAL(18, 2) NOT NULL,
    payable DECIMAL(18, 2) NOT NULL,
    net DECIMAL(18, 2) NOT NULL,
    paid DECIMAL(18, 2) NOT NULL,
    carried DECIMAL(18, 2) NOT NULL,
    waiting DECIMAL(18, 2) NOT NULL,
    state VARCHAR(8) NOT NULL COMMENT 'PAID, CARRIED or WAITING',
    bank_account VARCHAR(200) NOT NULL COMMENT 'the approved one, empty when none is known',
    PRIMARY KEY (month, payee_kind, payee_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The same by plan: waited (from months before) + posted = counted + waiting.
CREATE TABLE settlement_part (
    month CHAR(7) NOT NULL,
    payee_kind VARCHAR(8) NOT NULL,
    payee_code VARCHAR(32) NOT NULL,
    plan VARCHAR(31) NOT NULL,
    waited DECIMAL(18, 2) NOT NULL,
    posted DECIMAL(18, 2) NOT NULL,
    waiting DECIMAL(18, 2) NOT NULL,
    gate VARCHAR(24) NOT NULL COMMENT 'the gate that is not met, else empty',
    PRIMARY KEY (month, payee_kind, payee_code, plan)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
