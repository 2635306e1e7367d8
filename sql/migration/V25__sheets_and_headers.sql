-- Which tables of a file its records come from, and headers that are nearly those of columns it lacks.
ALTER TABLE feed_source
    ADD COLUMN tables_read TEXT COMMENT 'a JSON list of names, when there are several' AFTER sheet,
    ADD COLUMN near_headers VARCHAR(500) COMMENT 'found → meant, when something may have been lost by a slip' AFTER tables_read;

-- Where a record stands as people find it: of several tables the name of its own, and the line in it.
CREATE VIEW voucher_place AS
SELECT v.voucher_id,
       CASE WHEN s.tables_read IS NULL THEN COALESCE(s.name, '')
            ELSE CONCAT(s.name, ' · ', JSON_UNQUOTE(JSON_EXTRACT(s.tables_read, CONCAT('$[', v.source_line DIV 10000000, ']')))) END AS source,
       CASE WHEN s.tables_read IS NULL THEN v.source_line ELSE v.source_line MOD 10000000 END AS line
FROM voucher v LEFT JOIN feed_source s ON s.source_id = v.source_id;
