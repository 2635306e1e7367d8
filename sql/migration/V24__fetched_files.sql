-- What a file on somebody's server is known by (server, folder, name, size and time; or the mail and the place in it), as a
-- digest: registered in the row of the file itself, so that it is never fetched twice and never forgotten.
ALTER TABLE feed_source
    ADD COLUMN mark CHAR(64) COMMENT 'empty for what was not fetched from a server' AFTER sheet,
    ADD KEY feed_source_mark (feed, mark);
