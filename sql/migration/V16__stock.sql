-- Facts of a day's cells are found without reading the day's other ones.
ALTER TABLE stock_movement DROP KEY stock_movement_by_date, ADD KEY stock_movement_by_date (business_date, outlet_code, product_code);
ALTER TABLE stock_count ADD COLUMN counted_on DATE GENERATED ALWAYS AS (DATE(counted_at)) VIRTUAL,
    ADD KEY stock_count_day (counted_on, outlet_code, product_code);

-- How often the facts of a day had changed when its stock was made from them; feed "proof": from which day on the stock must be proved.
CREATE TABLE stocked_day (
    feed VARCHAR(32) NOT NULL,
    business_date DATE NOT NULL,
    changes BIGINT NOT NULL,
    PRIMARY KEY (feed, business_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A day of a product at an outlet, when anything happened to it. The OWNED row is always there, the CONSIGNED one when it says something.
-- closing = opening + received + returned + transfer_in + adjusted + counted - sold - transfer_out - pulled_back - damaged - gifted.
CREATE TABLE stock_day (
    business_date DATE NOT NULL,
    outlet_code VARCHAR(32) NOT NULL,
    product_code VARCHAR(32) NOT NULL,
    ownership VARCHAR(9) NOT NULL COMMENT 'OWNED or CONSIGNED',
    opening BIGINT NOT NULL,
    received BIGINT NOT NULL,
    sold BIGINT NOT NULL,
    returned BIGINT NOT NULL,
    transfer_in BIGINT NOT NULL,
    transfer_out BIGINT NOT NULL,
    pulled_back BIGINT NOT NULL,
    damaged BIGINT NOT NULL,
    gifted BIGINT NOT NULL,
    adjusted BIGINT NOT NULL,
    counted BIGINT NOT NULL COMMENT 'what counts have found, less what has been booked of it',
    closing BIGINT NOT NULL,
    previous_on DATE COMMENT 'the day before it on which anything happened',
    taken_from DATE COMMENT 'when the oldest goods that were sold or sent on had come',
    layers TEXT NOT NULL COMMENT 'JSON: [[received on, quantity, produced on, batch], ...], oldest first',
    PRIMARY KEY (business_date, outlet_code, product_code, ownership)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Where each product stands at each outlet now.
CREATE TABLE stock_cell (
    outlet_code VARCHAR(32) NOT NULL,
    product_code VARCHAR(32) NOT NULL,
    last_on DATE NOT NULL,
    owned BIGINT NOT NULL,
    owned_layers TEXT NOT NULL,
    consigned BIGINT NOT NULL,
    consigned_layers TEXT NOT NULL,
    PRIMARY KEY (outlet_code, product_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What each count has found; the count itself is a fact.
CREATE TABLE stock_variance (
    count_no VARCHAR(32) NOT NULL,
    line_no BIGINT NOT NULL,
    business_date DATE NOT NULL,
    outlet_code VARCHAR(32) NOT NULL,
    product_code VARCHAR(32) NOT NULL,
    calculated BIGINT NOT NULL COMMENT 'what should have been there at that instant',
    counted BIGINT NOT NULL,
    PRIMARY KEY (count_no, line_no),
    KEY stock_variance_day (business_date, outlet_code, product_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Sold lines that took consigned goods, and how many of them.
CREATE TABLE consigned_sale (
    doc_no VARCHAR(32) NOT NULL,
    line_no BIGINT NOT NULL,
    business_date DATE NOT NULL,
    outlet_code VARCHAR(32) NOT NULL,
    product_code VARCHAR(32) NOT NULL,
    quantity BIGINT NOT NULL,
    PRIMARY KEY (doc_no, line_no),
    KEY consigned_sale_day (business_date, outlet_code, product_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Cells that have to be rolled forward again from a day on, because where their goods came from has changed.
CREATE TABLE stock_due (
    outlet_code VARCHAR(32) NOT NULL,
    product_code VARCHAR(32) NOT NULL,
    from_date DATE NOT NULL,
    PRIMARY KEY (outlet_code, product_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The shape of a list of days of cells that a query is asked for; always empty.
CREATE TABLE stock_asked (
    business_date DATE NOT NULL,
    outlet_code VARCHAR(32) NOT NULL,
    product_code VARCHAR(32) NOT NULL,
    PRIMARY KEY (business_date, outlet_code, product_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
