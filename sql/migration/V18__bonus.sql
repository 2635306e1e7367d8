-- Where a bonus plan's month stands. Every deed locks its row first and counts version up, so of two at once one comes second.
CREATE TABLE bonus_plan_month (
    bonus VARCHAR(31) NOT NULL,
    month CHAR(7) NOT NULL,
    state VARCHAR(32) NOT NULL COMMENT 'DRAFT, SUBMITTED, a step and _APPROVED, APPROVED',
    version INT NOT NULL COMMENT 'how many deeds there were',
    steps VARCHAR(500) NOT NULL COMMENT 'roles that must agree, as they stood at submission',
    sheet_id BIGINT NOT NULL COMMENT 'the figures that count: of a draft the last ones, else the frozen ones; 0 for none yet',
    PRIMARY KEY (bonus, month)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Figures as they were worked out at one time; append-only. digest = SHA-256 over all of them.
CREATE TABLE bonus_sheet (
    sheet_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    bonus VARCHAR(31) NOT NULL,
    month CHAR(7) NOT NULL,
    made_at DATETIME NOT NULL,
    missing TEXT NOT NULL COMMENT 'what it lacks; empty when it is complete',
    digest CHAR(64) NOT NULL,
    KEY bonus_sheet_of (bonus, month)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A sheet's line for each participant, in the company's currency.
CREATE TABLE bonus_figure (
    sheet_id BIGINT NOT NULL,
    person_code VARCHAR(32) NOT NULL,
    role VARCHAR(32) NOT NULL,
    score DECIMAL(18, 2) COMMENT 'of a scorecard',
    multiple DECIMAL(24, 6) COMMENT 'for the eye: the amount comes from the exact one',
    amount DECIMAL(18, 2) NOT NULL,
    reason TEXT NOT NULL COMMENT 'why it is nothing, else empty',
    PRIMARY KEY (sheet_id, person_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Every metric a line was worked out from, in the order of the plan.
CREATE TABLE bonus_reading (
    sheet_id BIGINT NOT NULL,
    person_code VARCHAR(32) NOT NULL,
    nth INT NOT NULL,
    kind VARCHAR(8) NOT NULL COMMENT 'SCORE, GATE, POOL or SHARE',
    metric VARCHAR(64) NOT NULL,
    scope_kind VARCHAR(8) NOT NULL,
    scope_code VARCHAR(32) NOT NULL,
    rule TEXT NOT NULL COMMENT 'curve, limit or percentage, as the plan writes it',
    weight DECIMAL(24, 9),
    actual DECIMAL(60, 30),
    target DECIMAL(60, 30),
    result DECIMAL(60, 6) COMMENT 'score, the pool''s amount, or weight x measure',
    PRIMARY KEY (sheet_id, person_code, nth)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who did what, when and why, and from which figures; append-only. One deed of a version: nothing is done twice.
CREATE TABLE bonus_event (
    event_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    bonus VARCHAR(31) NOT NULL,
    month CHAR(7) NOT NULL,
    version INT NOT NULL,
    kind VARCHAR(8) NOT NULL COMMENT 'DRAFT, SUBMIT, APPROVE, REJECT or WITHDRAW',
    step VARCHAR(24) NOT NULL COMMENT 'of APPROVE the role that agreed, else empty',
    done_by VARCHAR(64) NOT NULL,
    person_code VARCHAR(32) NOT NULL COMMENT 'whom the user is in master data, else empty',
    done_at DATETIME NOT NULL,
    reason VARCHAR(500) NOT NULL,
    sheet_id BIGINT NOT NULL,
    digest CHAR(64) NOT NULL,
    UNIQUE KEY bonus_event_once (bonus, month, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
