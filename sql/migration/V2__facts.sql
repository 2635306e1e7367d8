-- Facts are append-only: a correction is a new version of the same key, nothing is ever updated or deleted.
-- night = the business date of the run that took the record in; source_id, source_line = where it stood.
-- valid_from 1000-01-01 means "always". Codes compare exactly: binary collation on every table.

CREATE TABLE branch (
    branch_code VARCHAR(32) NOT NULL,
    valid_from DATE NOT NULL,
    name VARCHAR(200) NOT NULL,
    region VARCHAR(200),
    manager_code VARCHAR(32),
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (branch_code, valid_from, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE dealer (
    dealer_code VARCHAR(32) NOT NULL,
    valid_from DATE NOT NULL,
    name VARCHAR(200) NOT NULL,
    branch_code VARCHAR(32) NOT NULL,
    contract_from DATE,
    contract_to DATE,
    deposit_required DECIMAL(18, 2),
    credit_limit DECIMAL(18, 2),
    bank_account VARCHAR(200),
    email VARCHAR(200),
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (dealer_code, valid_from, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE outlet (
    outlet_code VARCHAR(32) NOT NULL,
    valid_from DATE NOT NULL,
    name VARCHAR(200) NOT NULL,
    branch_code VARCHAR(32) NOT NULL,
    channel VARCHAR(32) NOT NULL,
    dealer_code VARCHAR(32),
    opened_on DATE,
    closed_on DATE,
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (outlet_code, valid_from, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE person (
    person_code VARCHAR(32) NOT NULL,
    valid_from DATE NOT NULL,
    name VARCHAR(200) NOT NULL,
    branch_code VARCHAR(32) NOT NULL,
    outlet_code VARCHAR(32),
    role VARCHAR(32) NOT NULL,
    manager_code VARCHAR(32),
    email VARCHAR(200),
    joined_on DATE,
    left_on DATE,
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (person_code, valid_from, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE product (
    product_code VARCHAR(32) NOT NULL,
    valid_from DATE NOT NULL,
    name VARCHAR(200) NOT NULL,
    category VARCHAR(200) NOT NULL,
    manufacturer VARCHAR(200),
    standard_cost DECIMAL(18, 4),
    list_price DECIMAL(18, 4),
    shelf_life_days BIGINT,
    serialised CHAR(1),
    kind VARCHAR(32),
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (product_code, valid_from, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE sale (
    doc_no VARCHAR(32) NOT NULL,
    line_no BIGINT NOT NULL,
    kind VARCHAR(6) NOT NULL,
    business_date DATE NOT NULL,
    sold_at DATETIME,
    outlet_code VARCHAR(32) NOT NULL,
    seller_code VARCHAR(32),
    product_code VARCHAR(32) NOT NULL,
    quantity BIGINT NOT NULL,
    unit_price DECIMAL(18, 4) NOT NULL,
    discount DECIMAL(18, 2),
    amount DECIMAL(18, 2) NOT NULL,
    serial_no VARCHAR(32),
    original_doc_no VARCHAR(32),
    original_line_no BIGINT,
    void CHAR(1),
    version INT NOT NULL,
    night DATE NOT NULL,
    source_id BIGINT NOT NULL,
    source_line BIGINT NOT NULL,
    PRIMARY KEY (doc_no, line_no, version),
    KEY sale_by_date (business_date),
    KEY sale_by_original (original_doc_no),
    KEY sale_by_serial (serial_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What holds now: the latest version of each line, cancelled ones left out. The later version is sought by a join, not by
-- NOT EXISTS: one of our servers would build the whole inner table first.
CREATE VIEW current_sale AS
SELECT s.*
FROM sale s
LEFT JOIN sale n ON n.doc_no = s.doc_no AND n.line_no = s.line_no AND n.version = s.version + 1
WHERE n.doc_no IS NULL AND (s.void IS NULL OR s.void <> 'Y');

-- Master data as periods: valid from valid_from to the day before valid_until (empty = open).
CREATE VIEW branch_dated AS
SELECT b.*, LEAD(b.valid_from) OVER (PARTITION BY b.branch_code ORDER BY b.valid_from) AS valid_until
FROM branch b
LEFT JOIN branch n ON n.branch_code = b.branch_code AND n.valid_from = b.valid_from AND n.version = b.version + 1
WHERE n.branch_code IS NULL;

CREATE VIEW dealer_dated AS
SELECT d.*, LEAD(d.valid_from) OVER (PARTITION BY d.dealer_code ORDER BY d.valid_from) AS valid_until
FROM dealer d
LEFT JOIN dealer n ON n.dealer_code = d.dealer_code AND n.valid_from = d.valid_from AND n.version = d.version + 1
WHERE n.dealer_code IS NULL;

CREATE VIEW outlet_dated AS
SELECT o.*, LEAD(o.valid_from) OVER (PARTITION BY o.outlet_code ORDER BY o.valid_from) AS valid_until
FROM outlet o
LEFT JOIN outlet n ON n.outlet_code = o.outlet_code AND n.valid_from = o.valid_from AND n.version = o.version + 1
WHERE n.outlet_code IS NULL;

CREATE VIEW person_dated AS
SELECT p.*, LEAD(p.valid_from) OVER (PARTITION BY p.person_code ORDER BY p.valid_from) AS valid_until
FROM person p
LEFT JOIN person n ON n.person_code = p.person_code AND n.valid_from = p.valid_from AND n.version = p.version + 1
WHERE n.person_code IS NULL;

CREATE VIEW product_dated AS
SELECT p.*, LEAD(p.valid_from) OVER (PARTITION BY p.product_code ORDER BY p.valid_from) AS valid_until
FROM product p
LEFT JOIN product n ON n.product_code = p.product_code AND n.valid_from = p.valid_from AND n.version = p.version + 1
WHERE n.product_code IS NULL;
