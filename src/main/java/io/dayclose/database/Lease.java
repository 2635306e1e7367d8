package io.dayclose.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Who has a lock, as its row of {@code lease} says: what a server that knows nothing of the lock itself can still check.
 *
 * @param epoch how often the lock has been taken; whoever holds an older one has been taken for dead
 */
record Lease(String name, long epoch, String host, long pid) {
    private static final String TAKE = """
            INSERT INTO lease (name, epoch, host, pid, taken_at) VALUES (?, 1, ?, ?, UTC_TIMESTAMP())
            ON DUPLICATE KEY UPDATE epoch = epoch + 1, host = VALUES(host), pid = VALUES(pid), taken_at = VALUES(taken_at)""";

    /** Raises the epoch. A transaction that has passed the fence holds the row until it has committed, so this waits for it. */
    static Lease take(Connection connection, String name) throws SQLException {
        var lease = new Lease(name, 0, ThisProcess.host(), ThisProcess.pid());
        try (var statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, name);
            statement.setString(2, lease.host());
            statement.setLong(3, lease.pid());
            statement.executeUpdate();
        }
        return new Lease(name, epoch(connection, name), lease.host(), lease.pid());
    }

    private static long epoch(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT epoch FROM lease WHERE name = ?")) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Whether nobody has taken the lock since, on this server or the one that follows it. */
    boolean isLatest(Connection connection) throws SQLException {
        return epoch(connection, name) == epoch;
    }
}
