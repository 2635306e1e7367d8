-- How the months of payees came about, step by step, for the statements that show it; written again with its statement.
CREATE TABLE explained_step (
    month CHAR(7) NOT NULL,
    payee_kind VARCHAR(8) NOT NULL,
    payee_code VARCHAR(32) NOT NULL,
    plan VARCHAR(31) NOT NULL,
    nth INT NOT NULL,
    step VARCHAR(12) NOT NULL,
    item VARCHAR(80) NOT NULL,
    base DECIMAL(28, 6),
    rate DECIMAL(24, 6),
    amount DECIMAL(28, 6),
    note VARCHAR(120) NOT NULL,
    PRIMARY KEY (month, payee_kind, payee_code, plan, nth)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
