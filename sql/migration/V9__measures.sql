-- The latest source there was when a line became a fact: a returned voucher that is accepted later keeps its own source, and
-- a night that is run again its night. Empty = its own source.
ALTER TABLE sale ADD COLUMN taken_in BIGINT;

-- The days whose lines are measured, at which count of changes of their facts, and what had been taken then.
CREATE TABLE measured_day (
    business_date DATE NOT NULL PRIMARY KEY,
    changes BIGINT NOT NULL,
    last_night DATE NOT NULL,
    last_source BIGINT NOT NULL,
    stale VARCHAR(12) NOT NULL COMMENT 'why it has to be measured again besides: PLAN_CHANGED or CORRECTION, else empty'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What the lines of a day come to for each payee. sold_on and card_on: 1000-01-01 = no gate asks, 9999-12-31 = no card yet.
-- after_close: returns accepted after the month of their sale was closed. Sums are exact: 4, 2 and 6 decimals.
CREATE TABLE measure (
    source_day DATE NOT NULL,
    plan VARCHAR(31) NOT NULL,
    origin_month CHAR(7) NOT NULL,
    payee_kind VARCHAR(8) NOT NULL,
    payee_code VARCHAR(32) NOT NULL,
    version_from DATE NOT NULL,
    unit VARCHAR(32) NOT NULL COMMENT 'the outlet where an amount is paid for each, else empty',
    sold_on DATE NOT NULL,
    card_on DATE NOT NULL,
    after_close TINYINT NOT NULL,
    line_count BIGINT NOT NULL,
    no_cost BIGINT NOT NULL,
    net_amount DECIMAL(24, 4) NOT NULL,
    net_quantity DECIMAL(24, 2) NOT NULL,
    gross_margin DECIMAL(28, 6) NOT NULL,
    PRIMARY KEY (source_day, plan, origin_month, payee_kind, payee_code, version_from, unit, sold_on, card_on, after_close)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What has changed since the ledger was last brought to its targets, by cause.
CREATE TABLE measure_change (
    change_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    cause VARCHAR(12) NOT NULL,
    source_day DATE NOT NULL,
    plan VARCHAR(31) NOT NULL,
    origin_month CHAR(7) NOT NULL,
    payee_kind VARCHAR(8) NOT NULL,
    payee_code VARCHAR(32) NOT NULL,
    version_from DATE NOT NULL,
    unit VARCHAR(32) NOT NULL,
    sold_on DATE NOT NULL,
    card_on DATE NOT NULL,
    after_close TINYINT NOT NULL,
    line_count BIGINT NOT NULL,
    no_cost BIGINT NOT NULL,
    net_amount DECIMAL(24, 4) NOT NULL,
    net_quantity DECIMAL(24, 2) NOT NULL,
    gross_margin DECIMAL(28, 6) NOT NULL,
    KEY measure_change_of (plan, origin_month)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Lines, or shares of them, that count for nobody, by the plan that would have paid (empty when none does).
CREATE TABLE uncredited (
    business_date DATE NOT NULL,
    plan VARCHAR(31) NOT NULL,
    reason VARCHAR(16) NOT NULL,
    outlet_code VARCHAR(32) NOT NULL,
    detail VARCHAR(200) NOT NULL COMMENT 'a category, a product, a kind of payee: what to look at',
    line_count BIGINT NOT NULL,
    net_amount DECIMAL(20, 2) NOT NULL,
    first_doc_no VARCHAR(32) NOT NULL,
    PRIMARY KEY (business_date, plan, reason, outlet_code, detail)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What the measures of all days come to, as the ledger's targets know it: changes are added when they are posted.
CREATE TABLE measure_total (
    plan VARCHAR(31) NOT NULL,
    origin_month CHAR(7) NOT NULL,
    payee_kind VARCHAR(8) NOT NULL,
    payee_code VARCHAR(32) NOT NULL,
    version_from DATE NOT NULL,
    unit VARCHAR(32) NOT NULL,
    sold_on DATE NOT NULL,
    card_on DATE NOT NULL,
    after_close TINYINT NOT NULL,
    line_count BIGINT NOT NULL,
    no_cost BIGINT NOT NULL,
    net_amount DECIMAL(24, 4) NOT NULL,
    net_quantity DECIMAL(24, 2) NOT NULL,
    gross_margin DECIMAL(28, 6) NOT NULL,
    PRIMARY KEY (plan, origin_month, payee_kind, payee_code, version_from, unit, sold_on, card_on, after_close)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The warranty cards that measures know of, and at which count of changes the cards of a day were compared.
CREATE TABLE counted_card (
    serial_no VARCHAR(32) NOT NULL PRIMARY KEY,
    returned_on DATE NOT NULL,
    KEY counted_card_by_date (returned_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE counted_card_day (
    returned_on DATE NOT NULL PRIMARY KEY,
    changes BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The rows of master data that measures know of.
CREATE TABLE counted_master (
    feed VARCHAR(32) NOT NULL,
    code VARCHAR(32) NOT NULL,
    valid_from DATE NOT NULL,
    version INT NOT NULL,
    PRIMARY KEY (feed, code, valid_from)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
