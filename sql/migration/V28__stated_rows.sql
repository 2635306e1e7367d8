-- How many rows a file says it has, of files that say so: compared again with what was read before the day is closed.
ALTER TABLE feed_source ADD COLUMN stated_count BIGINT NULL COMMENT 'rows that the file itself states';
