-- What a shelf has come to by the end of a day on which something happened, of both ownerships, on the OWNED row: a report reads one row
-- a shelf where it summed up a month of them.
ALTER TABLE stock_day
    ADD COLUMN month_received INT NOT NULL DEFAULT 0 COMMENT 'since the first of the month, like the next five',
    ADD COLUMN month_sold INT NOT NULL DEFAULT 0,
    ADD COLUMN month_returned INT NOT NULL DEFAULT 0,
    ADD COLUMN month_in INT NOT NULL DEFAULT 0 COMMENT 'transfers, corrections and counts upwards',
    ADD COLUMN month_out INT NOT NULL DEFAULT 0 COMMENT 'all that has gone but was not sold',
    ADD COLUMN month_empty TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'days that opened with nothing and on which nothing came',
    ADD COLUMN sold_on DATE COMMENT 'the last day on which any was sold, in whatever month';

ALTER TABLE stock_cell
    ADD COLUMN month_received INT NOT NULL COMMENT 'since the first of the month of last_on, like the next five',
    ADD COLUMN month_sold INT NOT NULL,
    ADD COLUMN month_returned INT NOT NULL,
    ADD COLUMN month_in INT NOT NULL,
    ADD COLUMN month_out INT NOT NULL,
    ADD COLUMN month_empty TINYINT UNSIGNED NOT NULL,
    ADD COLUMN sold_on DATE,
    ADD COLUMN sold_28 INT NOT NULL COMMENT 'sold less returned in the 28 days up to stock_window.as_of';

-- Up to which day sold_28 counts: the last one whose stock was made. One row, none before the first.
CREATE TABLE stock_window (
    id TINYINT NOT NULL PRIMARY KEY,
    as_of DATE NOT NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- All of it is derived: the next night makes it anew from the facts.
DELETE FROM stocked_day;
TRUNCATE TABLE stock_day;
TRUNCATE TABLE stock_cell;
TRUNCATE TABLE stock_variance;
TRUNCATE TABLE consigned_sale;
TRUNCATE TABLE stock_due;
