package io.dayclose.config.feed;

/** Where a feed's records come from. */
public sealed interface FeedSource {
    /** Files in the inbox that match a glob, which may carry {@code {date}}. */
    record Files(String glob) implements FeedSource {}

    /** A read-only query of the home against a named data source. {@code sql} is a path below {@code sql/}. */
    record Query(String dataSource, String sql) implements FeedSource {}
}
