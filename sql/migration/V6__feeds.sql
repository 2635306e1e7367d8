-- The facts of the feeds besides master data and sales, in the same form: canonical columns, then version, night and origin.

CREATE TABLE shipment (
    carrier_code VARCHAR(32) NOT NULL,
    waybill_no VARCHAR(32) NOT NULL,
    dealer_code VARCHAR(32) NOT NULL,
    shipped_on DATE NOT NULL,
    status VARCHAR(32) NOT NULL,
    status_on DATE,
    confirmed_on DATE,
    cod_amount DECIMAL(18, 2) NOT NULL,
    refused_amount DECIMAL(18, 2),
    batch_ref VARCHAR(32),
    order_no VARCHAR(32),
    parent_waybill_no VARCHAR(32),
    status_at DATETIME,
    cod_changed_at DATETIME,
    currency VARCHAR(32),
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (carrier_code, waybill_no, version),
    KEY shipment_by_date (shipped_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE remittance_statement (
    carrier_code VARCHAR(32) NOT NULL,
    statement_no VARCHAR(32) NOT NULL,
    revision BIGINT NOT NULL,
    period_from DATE NOT NULL,
    period_to DATE NOT NULL,
    line_count BIGINT NOT NULL,
    gross DECIMAL(18, 2) NOT NULL,
    fee DECIMAL(18, 2) NOT NULL,
    net DECIMAL(18, 2) NOT NULL,
    opening DECIMAL(18, 2),
    refund DECIMAL(18, 2),
    adjust DECIMAL(18, 2),
    closing DECIMAL(18, 2),
    currency VARCHAR(32),
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (carrier_code, statement_no, revision, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE remittance_line (
    carrier_code VARCHAR(32) NOT NULL,
    statement_no VARCHAR(32) NOT NULL,
    revision BIGINT NOT NULL,
    line_no BIGINT NOT NULL,
    waybill_no VARCHAR(32),
    batch_ref VARCHAR(32),
    type VARCHAR(32) NOT NULL,
    gross DECIMAL(18, 2) NOT NULL,
    fee DECIMAL(18, 2) NOT NULL,
    net DECIMAL(18, 2) NOT NULL,
    collected_on DATE,
    carrier_line_id VARCHAR(32),
    original_line_id VARCHAR(32),
    order_no VARCHAR(32),
    currency VARCHAR(32),
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (carrier_code, statement_no, revision, line_no, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE consignment_settlement (
    settlement_no VARCHAR(32) NOT NULL,
    line_no BIGINT NOT NULL,
    dealer_code VARCHAR(32) NOT NULL,
    product_code VARCHAR(32) NOT NULL,
    quantity BIGINT NOT NULL,
    unit_price DECIMAL(18, 4) NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    settled_on DATE NOT NULL,
    due_on DATE NOT NULL,
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (settlement_no, line_no, version),
    KEY consignment_settlement_by_date (settled_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE receipt (
    receipt_no VARCHAR(32) NOT NULL,
    received_on DATE NOT NULL,
    payer_kind VARCHAR(32) NOT NULL,
    payer_code VARCHAR(32) NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    reference VARCHAR(200),
    purpose VARCHAR(200),
    currency VARCHAR(32),
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (receipt_no, version),
    KEY receipt_by_date (received_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE stock_movement (
    movement_no VARCHAR(32) NOT NULL,
    line_no BIGINT NOT NULL,
    business_date DATE NOT NULL,
    outlet_code VARCHAR(32) NOT NULL,
    product_code VARCHAR(32) NOT NULL,
    type VARCHAR(32) NOT NULL,
    quantity BIGINT NOT NULL,
    ownership VARCHAR(32),
    batch_no VARCHAR(32),
    produced_on DATE,
    counter_outlet VARCHAR(32),
    reference VARCHAR(200),
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (movement_no, line_no, version),
    KEY stock_movement_by_date (business_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE stock_count (
    count_no VARCHAR(32) NOT NULL,
    line_no BIGINT NOT NULL,
    counted_at DATETIME NOT NULL,
    outlet_code VARCHAR(32) NOT NULL,
    product_code VARCHAR(32) NOT NULL,
    quantity BIGINT NOT NULL,
    counted_by VARCHAR(200),
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (count_no, line_no, version),
    KEY stock_count_by_date (counted_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE stock_declared (
    outlet_code VARCHAR(32) NOT NULL,
    product_code VARCHAR(32) NOT NULL,
    as_of DATE NOT NULL,
    quantity BIGINT NOT NULL,
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (outlet_code, product_code, as_of, version),
    KEY stock_declared_by_date (as_of)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE warranty_card (
    serial_no VARCHAR(32) NOT NULL,
    returned_on DATE NOT NULL,
    dealer_code VARCHAR(32),
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (serial_no, version),
    KEY warranty_card_by_date (returned_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE deposit_movement (
    entry_no VARCHAR(32) NOT NULL,
    entry_date DATE NOT NULL,
    dealer_code VARCHAR(32) NOT NULL,
    type VARCHAR(32) NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (entry_no, version),
    KEY deposit_movement_by_date (entry_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE target (
    period CHAR(7) NOT NULL,
    metric VARCHAR(32) NOT NULL,
    scope_kind VARCHAR(32) NOT NULL,
    scope_code VARCHAR(32) NOT NULL,
    value DECIMAL(18, 4) NOT NULL,
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (period, metric, scope_kind, scope_code, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE score (
    period CHAR(7) NOT NULL,
    metric VARCHAR(32) NOT NULL,
    scope_kind VARCHAR(32) NOT NULL,
    scope_code VARCHAR(32) NOT NULL,
    value DECIMAL(18, 4) NOT NULL,
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (period, metric, scope_kind, scope_code, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE expense (
    entry_no VARCHAR(32) NOT NULL,
    entry_date DATE NOT NULL,
    branch_code VARCHAR(32) NOT NULL,
    category VARCHAR(200) NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (entry_no, version),
    KEY expense_by_date (entry_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
