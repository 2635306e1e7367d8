-- What the versions of plans say that the ledger follows. changed = Y until the effect of a change is posted.
CREATE TABLE plan_in_force (
    plan VARCHAR(31) NOT NULL,
    version_from DATE NOT NULL,
    terms TEXT NOT NULL,
    changed CHAR(1) NOT NULL,
    card_days INT COMMENT 'how long lines wait for their warranty cards, empty when they do not',
    PRIMARY KEY (plan, version_from)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Each time the ledger was brought to its targets, and as of which business date: never one before the last.
CREATE TABLE commission_round (
    round_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    run_id BIGINT NOT NULL,
    business_date DATE NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The ledger: append-only. Amounts in the company's currency; what types and causes mean stands in docs/commission.md.
-- Of one posting an account has one entry of a type and cause at most: nothing can be posted twice.
CREATE TABLE ledger (
    entry_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    plan VARCHAR(31) NOT NULL COMMENT 'empty for what no plan pays',
    payee_kind VARCHAR(8) NOT NULL,
    payee_code VARCHAR(32) NOT NULL,
    origin_month CHAR(7) NOT NULL,
    posting_month CHAR(7) NOT NULL,
    business_date DATE NOT NULL,
    type VARCHAR(12) NOT NULL,
    cause VARCHAR(12) NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    posted_by VARCHAR(32) NOT NULL COMMENT 'round N, decision N or close YYYY-MM',
    run_id BIGINT NOT NULL COMMENT 'the run that posted it, 0 for a person at the shell',
    UNIQUE KEY ledger_once (plan, origin_month, payee_kind, payee_code, posted_by, type, cause),
    KEY ledger_by_posting (posting_month, payee_code),
    KEY ledger_by_date (business_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The targets the ledger was brought to: what each account's origin month has earned, and why it is nothing.
CREATE TABLE account_month (
    plan VARCHAR(31) NOT NULL,
    origin_month CHAR(7) NOT NULL,
    payee_kind VARCHAR(8) NOT NULL,
    payee_code VARCHAR(32) NOT NULL,
    line_count BIGINT NOT NULL,
    net_amount DECIMAL(24, 4) NOT NULL,
    net_quantity DECIMAL(24, 2) NOT NULL,
    gross_margin DECIMAL(28, 6) NOT NULL,
    measure DECIMAL(28, 6) NOT NULL COMMENT 'what the plan pays by',
    earned DECIMAL(18, 2) NOT NULL,
    adjusted DECIMAL(18, 2) NOT NULL,
    clawed DECIMAL(18, 2) NOT NULL,
    held DECIMAL(18, 2) NOT NULL,
    forfeited DECIMAL(18, 2) NOT NULL,
    reason VARCHAR(16) NOT NULL COMMENT 'why nothing is payable, else empty',
    detail VARCHAR(200) NOT NULL,
    as_of DATE NOT NULL COMMENT 'the business date its gates were asked on',
    waived VARCHAR(64) NOT NULL COMMENT 'the gates that were waived then',
    waits TINYINT NOT NULL COMMENT '1 while lines wait for a gate: it is asked again every night',
    last_entry BIGINT NOT NULL COMMENT 'of an override: the last entry of its people that it has followed',
    PRIMARY KEY (plan, origin_month, payee_kind, payee_code),
    KEY account_month_of_payee (payee_code, origin_month),
    KEY account_month_waits (waits, plan, origin_month)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Closed months of plans that have to be posted once more although none of their lines has changed.
CREATE TABLE due_group (
    plan VARCHAR(31) NOT NULL,
    origin_month CHAR(7) NOT NULL,
    PRIMARY KEY (plan, origin_month)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Months that are closed for good: what reaches them later is posted in an open month. last_night, last_source = what had
-- been taken in by then: returns that came later are told apart by it.
CREATE TABLE closed_month (
    month CHAR(7) NOT NULL PRIMARY KEY,
    as_of DATE NOT NULL,
    last_night DATE NOT NULL,
    last_source BIGINT NOT NULL,
    closed_by VARCHAR(64) NOT NULL,
    closed_at DATETIME NOT NULL,
    reason VARCHAR(500)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What plans said and accounts came to when their month was closed.
CREATE TABLE closed_plan (
    month CHAR(7) NOT NULL,
    plan VARCHAR(31) NOT NULL,
    version_from DATE NOT NULL,
    terms TEXT NOT NULL,
    PRIMARY KEY (month, plan, version_from)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE closed_account LIKE account_month;

-- What people decided, append-only but for the answer of the second person.
CREATE TABLE decision (
    decision_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind VARCHAR(16) NOT NULL COMMENT 'WAIVE, ADJUST or ACCOUNT',
    plan VARCHAR(31) NOT NULL COMMENT 'of WAIVE, else empty',
    payee_kind VARCHAR(8) NOT NULL,
    payee_code VARCHAR(32) NOT NULL,
    gate VARCHAR(24) NOT NULL COMMENT 'of WAIVE, else empty',
    month CHAR(7) NOT NULL COMMENT 'of WAIVE the origin month, of ADJUST the posting month, else empty',
    amount DECIMAL(18, 2) NOT NULL,
    bank_account VARCHAR(200) NOT NULL COMMENT 'of ACCOUNT, else empty',
    state VARCHAR(8) NOT NULL COMMENT 'PENDING, APPROVED or REJECTED',
    reason VARCHAR(500) NOT NULL,
    proposed_by VARCHAR(64) NOT NULL,
    proposed_at DATETIME NOT NULL,
    answer VARCHAR(500),
    decided_by VARCHAR(64),
    decided_at DATETIME,
    KEY decision_of (kind, state, plan, month)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
