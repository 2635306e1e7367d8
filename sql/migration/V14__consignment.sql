-- A night finds its own facts without reading older ones.
ALTER TABLE shipment ADD KEY shipment_by_night (night);
ALTER TABLE remittance_statement ADD KEY remittance_statement_by_night (night);
ALTER TABLE remittance_line ADD KEY remittance_line_by_night (night);
ALTER TABLE receipt ADD KEY receipt_by_night (night);
ALTER TABLE consignment_settlement ADD KEY consignment_settlement_by_night (night), ADD KEY consignment_settlement_by_dealer (dealer_code);
ALTER TABLE stock_movement ADD KEY stock_movement_by_night (night), ADD KEY stock_movement_by_reference (reference);

-- One time of reconciling: as_of is the run's date, or a later one that was reconciled before, because books only move forward.
CREATE TABLE recon_run (
    recon_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    run_id BIGINT NOT NULL,
    as_of DATE NOT NULL,
    last_source BIGINT NOT NULL COMMENT 'the last source that was there',
    rules VARCHAR(80) NOT NULL COMMENT 'the version of the rules, and the digest of the agreements',
    state VARCHAR(9) NOT NULL COMMENT 'OPEN or PUBLISHED',
    input_digest CHAR(64) NOT NULL DEFAULT '',
    result_digest CHAR(64) NOT NULL DEFAULT '',
    skipped VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'feeds whose source was down'
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Waybills to be looked at: stage 0 to be matched, 1 to be judged. Emptied within a run.
CREATE TABLE recon_due (
    carrier_code VARCHAR(32) NOT NULL,
    waybill VARCHAR(32) NOT NULL COMMENT 'as waybills are compared; empty for lines without any',
    shipment VARCHAR(32) NOT NULL DEFAULT '' COMMENT 'as our shipment writes it, when that is new',
    stage TINYINT NOT NULL DEFAULT 0,
    PRIMARY KEY (waybill, carrier_code),
    KEY recon_due_stage (stage, carrier_code, waybill)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What others owe us, as it stands: open = gross + adjusted - settled - written_off. Its movements are receivable_entry.
CREATE TABLE receivable (
    kind VARCHAR(24) NOT NULL COMMENT 'COD, CONSIGNMENT_SETTLEMENT or LOST_CLAIM',
    debtor VARCHAR(32) NOT NULL,
    subject VARCHAR(32) NOT NULL COMMENT 'waybill or number of the settlement',
    waybill VARCHAR(32) NOT NULL COMMENT 'as waybills are compared',
    dealer_code VARCHAR(32) NOT NULL COMMENT 'as of dispatch',
    currency VARCHAR(32) NOT NULL,
    gross DECIMAL(18, 2) NOT NULL,
    adjusted DECIMAL(18, 2) NOT NULL,
    settled DECIMAL(18, 2) NOT NULL COMMENT 'with what was tolerated',
    tolerated DECIMAL(18, 2) NOT NULL,
    credited DECIMAL(18, 2) NOT NULL COMMENT 'taken out of settled, because it is the dealer''s again',
    written_off DECIMAL(18, 2) NOT NULL,
    due_on DATE,
    cycle VARCHAR(16) NOT NULL,
    status VARCHAR(16) NOT NULL COMMENT 'of the shipment',
    status_on DATE NOT NULL,
    batch_ref VARCHAR(32) NOT NULL,
    order_no VARCHAR(32) NOT NULL COMMENT 'as waybills are compared',
    parent VARCHAR(32) NOT NULL COMMENT 'as waybills are compared',
    changed_at DATETIME COMMENT 'when the amount was changed after dispatch',
    version BIGINT NOT NULL COMMENT 'of the fact it was made from',
    reopened TINYINT NOT NULL,
    proposed VARCHAR(64) NOT NULL COMMENT 'the batch it is proposed to be paid with',
    state VARCHAR(16) NOT NULL,
    is_open TINYINT NOT NULL,
    attention DATE COMMENT 'when time alone may bring the next difference',
    since DATE NOT NULL COMMENT 'the night it was first known',
    PRIMARY KEY (kind, debtor, subject),
    KEY receivable_by_waybill (waybill, debtor),
    KEY receivable_open (is_open, debtor),
    KEY receivable_attention (attention),
    KEY receivable_batch (batch_ref, debtor),
    KEY receivable_order (order_no, debtor),
    KEY receivable_parent (parent, debtor)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Every movement of a receivable, append-only: GROSS, ADJUST, LINE, SUSPENSE, RECEIPT, TOLERANCE, WRITE_OFF, REVERSAL, CREDIT.
CREATE TABLE receivable_entry (
    entry_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    recon_id BIGINT NOT NULL,
    night DATE NOT NULL,
    kind VARCHAR(24) NOT NULL,
    debtor VARCHAR(32) NOT NULL,
    subject VARCHAR(32) NOT NULL,
    what VARCHAR(10) NOT NULL,
    currency VARCHAR(32) NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    cycle VARCHAR(16) NOT NULL COMMENT 'in whose roll-forward it stands: an open one',
    origin_cycle VARCHAR(16) NOT NULL COMMENT 'to which it belongs',
    line_id BIGINT NOT NULL COMMENT '0 for none',
    receipt_no VARCHAR(32) NOT NULL,
    pass TINYINT NOT NULL,
    decision_id BIGINT NOT NULL DEFAULT 0,
    KEY receivable_entry_of (subject, debtor),
    KEY receivable_entry_line (line_id),
    KEY receivable_entry_run (recon_id),
    KEY receivable_entry_cycle (cycle, debtor)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Statements as they are live now, and what the bank has shown for them.
CREATE TABLE carrier_statement (
    carrier_code VARCHAR(32) NOT NULL,
    statement_no VARCHAR(32) NOT NULL,
    revision BIGINT NOT NULL COMMENT 'the live one, -1 when none is',
    facts BIGINT NOT NULL COMMENT 'how many facts it was made from',
    cycle VARCHAR(16) NOT NULL,
    period_from DATE NOT NULL,
    period_to DATE NOT NULL,
    line_count BIGINT NOT NULL,
    gross DECIMAL(18, 2) NOT NULL,
    fee DECIMAL(18, 2) NOT NULL,
    net DECIMAL(18, 2) NOT NULL,
    opening DECIMAL(18, 2),
    closing DECIMAL(18, 2),
    payable DECIMAL(18, 2) NOT NULL COMMENT 'what the bank should show: net, less what was carried from a negative one',
    pay_by DATE NOT NULL,
    grace_until DATE NOT NULL,
    received DECIMAL(18, 2) NOT NULL DEFAULT 0,
    state VARCHAR(16) NOT NULL COMMENT 'FOOTED, BANK_CONFIRMED, QUARANTINED or DUPLICATE',
    since DATE NOT NULL,
    skipped BIGINT NOT NULL DEFAULT 0 COMMENT 'lines that an overlapping statement had brought already',
    fault DECIMAL(18, 2) NOT NULL DEFAULT 0 COMMENT 'what its latest revision does not foot by',
    fault_why VARCHAR(500) NOT NULL DEFAULT '',
    tolerance_refused DECIMAL(18, 2) NOT NULL DEFAULT 0,
    checks TINYINT NOT NULL DEFAULT 1 COMMENT 'whether tolerance has to be decided',
    PRIMARY KEY (carrier_code, statement_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Lines of live statements and where their cash has gone.
CREATE TABLE statement_line (
    line_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    carrier_code VARCHAR(32) NOT NULL,
    statement_no VARCHAR(32) NOT NULL,
    revision BIGINT NOT NULL,
    line_no BIGINT NOT NULL,
    version BIGINT NOT NULL,
    type VARCHAR(16) NOT NULL,
    waybill VARCHAR(32) NOT NULL COMMENT 'as waybills are compared',
    batch_ref VARCHAR(32) NOT NULL,
    order_no VARCHAR(32) NOT NULL,
    gross DECIMAL(18, 2) NOT NULL,
    fee DECIMAL(18, 2) NOT NULL,
    net DECIMAL(18, 2) NOT NULL,
    currency VARCHAR(32) NOT NULL,
    collected_on DATE,
    carrier_line_id VARCHAR(32) NOT NULL,
    original_line_id VARCHAR(32) NOT NULL,
    fingerprint CHAR(32) NOT NULL COMMENT 'of all that a line says, with its occurrence in the statement',
    night DATE NOT NULL,
    cycle VARCHAR(16) NOT NULL COMMENT 'of the statement',
    state VARCHAR(7) NOT NULL COMMENT 'LIVE, REMOVED by a revision, or SKIPPED because it was known',
    apart TINYINT NOT NULL COMMENT 'whether only people may match it',
    placed DECIMAL(18, 2) NOT NULL,
    netted DECIMAL(18, 2) NOT NULL,
    tolerated DECIMAL(18, 2) NOT NULL,
    uncovered DECIMAL(18, 2) NOT NULL,
    restated DECIMAL(18, 2) NOT NULL,
    spent DECIMAL(18, 2) NOT NULL,
    candidate DECIMAL(18, 2) NOT NULL,
    reason VARCHAR(24) NOT NULL,
    held DECIMAL(18, 2) NOT NULL COMMENT 'what stands in suspense for it',
    held_reason VARCHAR(24) NOT NULL,
    held_since DATE,
    KEY statement_line_of (statement_no, carrier_code),
    KEY statement_line_waybill (waybill, carrier_code),
    KEY statement_line_reason (reason, carrier_code),
    KEY statement_line_id (carrier_line_id, carrier_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The shape in which many lines' new figures are brought in at once; always empty.
CREATE TABLE line_stage (
    line_id BIGINT NOT NULL PRIMARY KEY,
    placed DECIMAL(18, 2) NOT NULL,
    netted DECIMAL(18, 2) NOT NULL,
    tolerated DECIMAL(18, 2) NOT NULL,
    uncovered DECIMAL(18, 2) NOT NULL,
    restated DECIMAL(18, 2) NOT NULL,
    spent DECIMAL(18, 2) NOT NULL,
    reason VARCHAR(24) NOT NULL,
    held DECIMAL(18, 2) NOT NULL,
    held_reason VARCHAR(24) NOT NULL,
    held_since DATE,
    candidate DECIMAL(18, 2) NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Money received that nobody can place yet. A change of amount or reason ends one row and begins the next.
CREATE TABLE suspense (
    suspense_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    debtor VARCHAR(32) NOT NULL,
    source VARCHAR(80) NOT NULL COMMENT 'STATEMENT/LINE, or the receipt',
    line_id BIGINT NOT NULL,
    receipt_no VARCHAR(80) NOT NULL COMMENT 'or what else holds it',
    subject VARCHAR(32) NOT NULL,
    currency VARCHAR(32) NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    since DATE NOT NULL COMMENT 'when it first waited',
    reason VARCHAR(24) NOT NULL,
    begins DATE NOT NULL,
    ends DATE NOT NULL COMMENT 'first day it does not stand any more; 9999-12-31 while it does',
    KEY suspense_now (ends, debtor),
    KEY suspense_line (line_id),
    KEY suspense_receipt (receipt_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Receipts, and how much of each is placed.
CREATE TABLE placed_receipt (
    receipt_no VARCHAR(32) NOT NULL PRIMARY KEY,
    version INT NOT NULL,
    payer_kind VARCHAR(8) NOT NULL,
    payer_code VARCHAR(32) NOT NULL,
    received_on DATE NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    reference VARCHAR(200) NOT NULL,
    currency VARCHAR(32) NOT NULL,
    placed DECIMAL(18, 2) NOT NULL,
    held DECIMAL(18, 2) NOT NULL,
    held_since DATE,
    is_open TINYINT NOT NULL,
    KEY placed_receipt_open (is_open, payer_kind, payer_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Which receipt pays which statement, append-only; what is taken back is negative.
CREATE TABLE bank_leg (
    leg_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    recon_id BIGINT NOT NULL,
    night DATE NOT NULL,
    receipt_no VARCHAR(32) NOT NULL,
    carrier_code VARCHAR(32) NOT NULL,
    statement_no VARCHAR(32) NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    KEY bank_leg_of (carrier_code, statement_no),
    KEY bank_leg_receipt (receipt_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A difference keeps its key, owner and first day as long as it lives; what happened to it are events.
CREATE TABLE break_item (
    break_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    break_key VARCHAR(96) NOT NULL COMMENT 'TYPE:DEBTOR:SUBJECT',
    type VARCHAR(24) NOT NULL,
    debtor VARCHAR(32) NOT NULL,
    subject VARCHAR(48) NOT NULL,
    scope VARCHAR(9) NOT NULL COMMENT 'WAYBILL, GROUP, STATEMENT or DEALER: what is judged together',
    waybill VARCHAR(32) NOT NULL COMMENT 'as waybills are compared, of scope WAYBILL',
    amount DECIMAL(18, 2) NOT NULL,
    basis DATE NOT NULL COMMENT 'the day it is aged from',
    first_seen DATE NOT NULL,
    state VARCHAR(16) NOT NULL,
    is_open TINYINT NOT NULL,
    owner VARCHAR(64) NOT NULL,
    why VARCHAR(500) NOT NULL,
    UNIQUE KEY break_key (break_key),
    KEY break_open (is_open, debtor, scope),
    KEY break_waybill (waybill, debtor)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE break_event (
    event_id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    break_id BIGINT NOT NULL,
    night DATE NOT NULL,
    state VARCHAR(16) NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    age_days INT COMMENT 'at which it ended; none while it is open',
    basis DATE NOT NULL,
    owner VARCHAR(64) NOT NULL,
    why VARCHAR(500) NOT NULL,
    who VARCHAR(64) NOT NULL COMMENT 'empty for the program',
    reason VARCHAR(500) NOT NULL,
    KEY break_event_of (break_id, night)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What a carrier's books came to at the end of each run; the next one must begin with it.
CREATE TABLE recon_total (
    recon_id BIGINT NOT NULL,
    debtor VARCHAR(32) NOT NULL,
    currency VARCHAR(32) NOT NULL,
    open DECIMAL(20, 2) NOT NULL,
    held DECIMAL(20, 2) NOT NULL,
    PRIMARY KEY (recon_id, debtor, currency)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Cycles that are closed: what comes later for them stands in the next open one.
CREATE TABLE closed_cycle (
    debtor VARCHAR(32) NOT NULL,
    cycle VARCHAR(16) NOT NULL,
    cycle_from DATE NOT NULL,
    cycle_to DATE NOT NULL,
    closed_as_of DATE NOT NULL,
    PRIMARY KEY (debtor, cycle)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE rollforward (
    debtor VARCHAR(32) NOT NULL,
    cycle VARCHAR(16) NOT NULL,
    currency VARCHAR(32) NOT NULL,
    opening DECIMAL(20, 2) NOT NULL,
    added DECIMAL(20, 2) NOT NULL,
    adjusted DECIMAL(20, 2) NOT NULL,
    settled DECIMAL(20, 2) NOT NULL,
    tolerated DECIMAL(20, 2) NOT NULL,
    written_off DECIMAL(20, 2) NOT NULL,
    reversed DECIMAL(20, 2) NOT NULL,
    closing DECIMAL(20, 2) NOT NULL,
    PRIMARY KEY (debtor, cycle, currency)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Pairs that people have said do not belong together.
CREATE TABLE dismissed_pair (
    debtor VARCHAR(32) NOT NULL,
    one VARCHAR(96) NOT NULL,
    other VARCHAR(96) NOT NULL,
    PRIMARY KEY (debtor, one, other)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Shipments that a person has confirmed; a shipment that says so itself needs none.
CREATE TABLE confirmed_shipment (
    carrier_code VARCHAR(32) NOT NULL,
    waybill_no VARCHAR(32) NOT NULL,
    confirmed_on DATE NOT NULL,
    who VARCHAR(64) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    PRIMARY KEY (carrier_code, waybill_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

ALTER TABLE decision ADD detail VARCHAR(2000) NOT NULL DEFAULT '' COMMENT 'what a decision on receivables is about',
    ADD done_in BIGINT NOT NULL DEFAULT 0 COMMENT 'the reconciliation that has done it';
