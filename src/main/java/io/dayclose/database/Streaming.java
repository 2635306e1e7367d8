package io.dayclose.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Queries whose rows come as the server sends them, so that a month is never in memory whole. */
public final class Streaming {
    private Streaming() {}

    /** While rows come, nothing else may be asked on the same connection: in a transaction, of the database at all. */
    public static JdbcTemplate of(DataSource dataSource) {
        var streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(Integer.MIN_VALUE); // what the driver takes as the wish to stream
        return streaming;
    }
}
