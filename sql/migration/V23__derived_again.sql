-- Rows of one key and different contents in one file are returned together: a key may have several open vouchers.
ALTER TABLE voucher
    DROP KEY voucher_open,
    ADD KEY voucher_open (feed, open_key),
    ADD KEY voucher_source (source_id),
    ADD KEY voucher_counted (counted_in),
    MODIFY COLUMN open_key VARCHAR(255) COMMENT 'the key while the voucher is open, else empty';

-- What a feed's file said when a source was read: when it says something else the source can be derived anew.
ALTER TABLE feed_source
    ADD COLUMN feed_digest CHAR(64) COMMENT 'of the file of the feed when the source was last read whole' AFTER sheet,
    ADD COLUMN lines_digest CHAR(64) COMMENT 'of the file of the feed when its open vouchers were last derived alone' AFTER feed_digest,
    ADD COLUMN first_id BIGINT COMMENT 'for AGAIN: the source whose rows are derived anew' AFTER lines_digest,
    MODIFY COLUMN kind VARCHAR(16) NOT NULL COMMENT 'FILE, QUERY, MENDED, WAITING, RETURNED or AGAIN';
