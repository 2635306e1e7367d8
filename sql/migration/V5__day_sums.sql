-- How often the facts of a day have changed: raised in the transaction of the facts. Whatever is derived from a day's facts
-- remembers the count it was made at, and is made again when the count has moved on.
CREATE TABLE fact_day (
    feed VARCHAR(32) NOT NULL,
    business_date DATE NOT NULL,
    changes BIGINT NOT NULL,
    PRIMARY KEY (feed, business_date)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO fact_day (feed, business_date, changes) SELECT DISTINCT 'sale', business_date, 1 FROM sale;

-- What the lines of a day come to, made in one pass over them, so that no report reads lines.
CREATE TABLE summed_day (
    business_date DATE NOT NULL PRIMARY KEY,
    changes BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- A document counts once for every outlet, and for every seller of an outlet, that stands in it.
CREATE TABLE outlet_day (
    business_date DATE NOT NULL,
    outlet_code VARCHAR(32) NOT NULL,
    documents BIGINT NOT NULL,
    sold_quantity BIGINT NOT NULL,
    returned_quantity BIGINT NOT NULL,
    gross_amount DECIMAL(20, 2) NOT NULL,
    returned_amount DECIMAL(20, 2) NOT NULL,
    PRIMARY KEY (business_date, outlet_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE seller_day (
    business_date DATE NOT NULL,
    outlet_code VARCHAR(32) NOT NULL,
    seller_code VARCHAR(32) NOT NULL,
    documents BIGINT NOT NULL,
    sold_quantity BIGINT NOT NULL,
    returned_quantity BIGINT NOT NULL,
    gross_amount DECIMAL(20, 2) NOT NULL,
    returned_amount DECIMAL(20, 2) NOT NULL,
    PRIMARY KEY (business_date, outlet_code, seller_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE product_day (
    business_date DATE NOT NULL,
    outlet_code VARCHAR(32) NOT NULL,
    product_code VARCHAR(32) NOT NULL,
    sold_quantity BIGINT NOT NULL,
    returned_quantity BIGINT NOT NULL,
    gross_amount DECIMAL(20, 2) NOT NULL,
    returned_amount DECIMAL(20, 2) NOT NULL,
    PRIMARY KEY (business_date, outlet_code, product_code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The few lines that reports show one by one: returns, and lines somebody should look at, with the reason.
CREATE TABLE noted_sale (
    business_date DATE NOT NULL,
    doc_no VARCHAR(32) NOT NULL,
    line_no BIGINT NOT NULL,
    version INT NOT NULL,
    outlet_code VARCHAR(32) NOT NULL,
    kind VARCHAR(6) NOT NULL,
    why VARCHAR(32),
    PRIMARY KEY (business_date, doc_no, line_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
