-- A discount line takes money off a whole document: it names no product, unless its sender wants to.
ALTER TABLE sale
    MODIFY kind VARCHAR(8) NOT NULL,
    MODIFY product_code VARCHAR(32);
ALTER TABLE noted_sale MODIFY kind VARCHAR(8) NOT NULL;

-- Documents that have, or once had, a discount line, by the day of that line: whoever looks for a day's discounts reads no sales,
-- and whoever takes in a line finds the days on which its document's discounts are shared anew.
CREATE TABLE discounted_document (
    business_date DATE NOT NULL,
    doc_no VARCHAR(32) NOT NULL,
    PRIMARY KEY (business_date, doc_no),
    KEY discounted_document_by_number (doc_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What of a discount each line of its document bears, made with the sums of the discount's day. A discount without a line to bear it
-- stands whole under line -1.
CREATE TABLE discount_share (
    business_date DATE NOT NULL,
    doc_no VARCHAR(32) NOT NULL,
    line_no BIGINT NOT NULL COMMENT 'the discount line, of this version',
    version INT NOT NULL,
    borne_by BIGINT NOT NULL COMMENT 'the line of the document that bears it',
    outlet_code VARCHAR(32) NOT NULL COMMENT 'that of the discount line',
    seller_code VARCHAR(32) COMMENT 'that of the discount line, else of the line that bears it',
    product_code VARCHAR(32) NOT NULL COMMENT 'that of the line that bears it; empty when nobody knows',
    serial_no VARCHAR(32),
    amount DECIMAL(18, 2) NOT NULL COMMENT 'negative',
    PRIMARY KEY (business_date, doc_no, line_no, borne_by),
    KEY discount_share_by_outlet (business_date, outlet_code),
    KEY discount_share_by_serial (serial_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- gross_amount is less discounts; discount_amount says how much that is.
ALTER TABLE outlet_day ADD COLUMN discount_amount DECIMAL(20, 2) NOT NULL DEFAULT 0;
