-- Unit prices have up to eight decimals, as people state them: 1000.00 for 700 pieces is 1.42857143 a piece. Rebuilding sale takes as
-- long as its lines take to be copied once.
ALTER TABLE sale MODIFY unit_price DECIMAL(22, 8) NOT NULL;
ALTER TABLE consignment_settlement MODIFY unit_price DECIMAL(22, 8) NOT NULL;
ALTER TABLE product MODIFY standard_cost DECIMAL(22, 8), MODIFY list_price DECIMAL(22, 8);

-- A margin is whole percents of an amount in fen less pieces at such a cost: ten decimals, exact.
ALTER TABLE measure MODIFY gross_margin DECIMAL(32, 10) NOT NULL;
ALTER TABLE measure_change MODIFY gross_margin DECIMAL(32, 10) NOT NULL;
ALTER TABLE measure_total MODIFY gross_margin DECIMAL(32, 10) NOT NULL;
ALTER TABLE account_month
    MODIFY gross_margin DECIMAL(32, 10) NOT NULL,
    MODIFY measure DECIMAL(32, 10) NOT NULL COMMENT 'what the plan pays by';
ALTER TABLE closed_account
    MODIFY gross_margin DECIMAL(32, 10) NOT NULL,
    MODIFY measure DECIMAL(32, 10) NOT NULL COMMENT 'what the plan pays by';
ALTER TABLE explained_step MODIFY base DECIMAL(32, 10);

-- Facts that would not be accepted any more because master data of days gone by was changed in a night: they stay facts, people look
-- at them. Made again with its night.
CREATE TABLE unaccepted_sale (
    night DATE NOT NULL,
    doc_no VARCHAR(32) NOT NULL,
    line_no BIGINT NOT NULL,
    version INT NOT NULL,
    reason VARCHAR(32) NOT NULL,
    code VARCHAR(100) NOT NULL COMMENT 'who or what was not with us: a person, an outlet, an outlet with its dealer',
    amount DECIMAL(18, 2) NOT NULL COMMENT 'returns negative',
    PRIMARY KEY (night, doc_no, line_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
