-- The invented company's own system: what the extract queries of the sample home read.

CREATE TABLE branch (
    branch_code VARCHAR(32) NOT NULL,
    valid_from DATE,
    name VARCHAR(200) NOT NULL,
    region VARCHAR(200),
    manager_code VARCHAR(32),
    PRIMARY KEY (branch_code)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE dealer (
    dealer_code VARCHAR(32) NOT NULL,
    valid_from DATE,
    name VARCHAR(200) NOT NULL,
    branch_code VARCHAR(32) NOT NULL,
    contract_from DATE,
    contract_to DATE,
    deposit_required DECIMAL(18, 2),
    credit_limit DECIMAL(18, 2),
    bank_account VARCHAR(200),
    email VARCHAR(200),
    PRIMARY KEY (dealer_code)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE outlet (
    outlet_code VARCHAR(32) NOT NULL,
    valid_from DATE,
    name VARCHAR(200) NOT NULL,
    branch_code VARCHAR(32) NOT NULL,
    channel VARCHAR(32) NOT NULL,
    dealer_code VARCHAR(32),
    opened_on DATE,
    closed_on DATE,
    PRIMARY KEY (outlet_code)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE person (
    person_code VARCHAR(32) NOT NULL,
    valid_from DATE,
    name VARCHAR(200) NOT NULL,
    branch_code VARCHAR(32) NOT NULL,
    outlet_code VARCHAR(32),
    role VARCHAR(32) NOT NULL,
    manager_code VARCHAR(32),
    email VARCHAR(200),
    joined_on DATE,
    left_on DATE,
    PRIMARY KEY (person_code)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE product (
    product_code VARCHAR(32) NOT NULL,
    valid_from DATE,
    name VARCHAR(200) NOT NULL,
    category VARCHAR(200) NOT NULL,
    manufacturer VARCHAR(200),
    standard_cost DECIMAL(18, 4),
    list_price DECIMAL(18, 4),
    shelf_life_days BIGINT,
    serialised CHAR(1),
    kind VARCHAR(32),
    PRIMARY KEY (product_code)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE sale (
    doc_no VARCHAR(32) NOT NULL,
    line_no BIGINT NOT NULL,
    kind VARCHAR(8) NOT NULL,
    business_date DATE NOT NULL,
    sold_at DATETIME,
    outlet_code VARCHAR(32) NOT NULL,
    seller_code VARCHAR(32),
    product_code VARCHAR(32),
    quantity BIGINT NOT NULL,
    unit_price DECIMAL(18, 4) NOT NULL,
    discount DECIMAL(18, 2),
    amount DECIMAL(18, 2) NOT NULL,
    serial_no VARCHAR(32),
    original_doc_no VARCHAR(32),
    original_line_no BIGINT,
    void CHAR(1),
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (doc_no, line_no)
) DEFAULT CHARSET = utf8mb4;

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
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (carrier_code, waybill_no)
) DEFAULT CHARSET = utf8mb4;

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
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (settlement_no, line_no)
) DEFAULT CHARSET = utf8mb4;

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
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (movement_no, line_no)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE warranty_card (
    serial_no VARCHAR(32) NOT NULL,
    returned_on DATE NOT NULL,
    dealer_code VARCHAR(32),
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (serial_no)
) DEFAULT CHARSET = utf8mb4;

CREATE TABLE deposit_movement (
    entry_no VARCHAR(32) NOT NULL,
    entry_date DATE NOT NULL,
    dealer_code VARCHAR(32) NOT NULL,
    type VARCHAR(32) NOT NULL,
    amount DECIMAL(18, 2) NOT NULL,
    updated_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    PRIMARY KEY (entry_no)
) DEFAULT CHARSET = utf8mb4;
