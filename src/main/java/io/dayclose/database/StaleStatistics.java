package io.dayclose.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tables that have got many rows which the server's statistics may not know of yet. InnoDB counts anew in the background, seconds after a
 * load; who asks before that is given plans made for an empty table. On a first night that was 12 s instead of one tenth, twice.
 */
public final class StaleStatistics {
    private static final Logger LOG = LoggerFactory.getLogger(StaleStatistics.class);

    /** Fewer change no plan worth mentioning. */
    private static final int MANY = 1_000;

    /** Somebody may hold a table: old statistics are better than waiting for him. */
    private static final int MOST_SECONDS_TO_WAIT = 5;

    private final Map<String, Integer> grown = new ConcurrentHashMap<>();

    void add(String table, int rows) {
        grown.merge(table, rows, Integer::sum);
    }

    /** Has the server count anew what has grown. It commits, so it takes a connection of its own; no transaction should be open here. */
    void count(DataSource dataSource) {
        var tables = grown.entrySet().stream()
                .filter(each -> each.getValue() >= MANY)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        tables.forEach(grown::remove);
        if (!tables.isEmpty()) {
            count(dataSource, tables);
        }
    }

    private static void count(DataSource dataSource, List<String> tables) {
        try {
            new JdbcTemplate(dataSource).execute((Connection connection) -> count(connection, tables));
        } catch (DataAccessException refused) {
            LOG.warn("{} may be read slowly: the server did not count them anew", tables, refused);
        }
    }

    private static boolean count(Connection connection, List<String> tables) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET lock_wait_timeout = " + MOST_SECONDS_TO_WAIT);
            var lasting = lasting(connection, tables);
            // it says what it could not do in its rows and throws nothing
            return !lasting.isEmpty() && statement.execute("ANALYZE LOCAL TABLE " + String.join(", ", lasting));
        } finally {
            try (var statement = connection.createStatement()) {
                statement.execute("SET lock_wait_timeout = DEFAULT");
            }
        }
    }

    /** Those that are not a connection's own. */
    private static List<String> lasting(Connection connection, List<String> tables) throws SQLException {
        var lasting = new ArrayList<String>();
        var sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN ("
                + InList.marks(tables) + ")";
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < tables.size(); i++) {
                statement.setString(i + 1, tables.get(i));
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    lasting.add(rows.getString(1));
                }
            }
        }
        return lasting;
    }
}
