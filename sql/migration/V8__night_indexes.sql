-- What a night asks for by its date or run is found without walking through the years before it.
ALTER TABLE feed_source ADD KEY feed_source_night (night);
ALTER TABLE outbox ADD KEY outbox_run (run_id), ADD KEY outbox_archived (archived_at);
