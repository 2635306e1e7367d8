package io.dayclose.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * A lock the database itself holds for as long as one connection lives: whoever has it works, and a killed process
 * loses it at once. Spring Batch alone lets two restarts of one failed run work side by side.
 */
final class RunLock implements AutoCloseable {
    private static final int LONGEST_NAME = 64;

    private final Connection connection;
    private final String name;

    private RunLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    static Optional<RunLock> forRun(DataSource dataSource, String job, LocalDate date) {
        return acquire(dataSource, job + ":" + date);
    }

    /** The lock without waiting, or nothing when somebody else has it. The name is this database's own. */
    static Optional<RunLock> acquire(DataSource dataSource, String what) {
        return acquire(dataSource, what, 0);
    }

    /** The lock, waited for as long as given, or nothing when somebody else still has it then. */
    static Optional<RunLock> acquire(DataSource dataSource, String what, int seconds) {
        try {
            var connection = dataSource.getConnection();
            try {
                var name = name(connection.getCatalog(), what);
                if (one(connection, "SELECT GET_LOCK(?, " + seconds + ")", name)) {
                    return Optional.of(new RunLock(connection, name));
                }
                connection.close();
                return Optional.empty();
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new UncategorizedSQLException("run lock", "GET_LOCK", failed);
        }
    }

    /** Locks are the whole server's, so the name carries the database's; too long a one is shortened by its digest. */
    private static String name(String database, String what) {
        var name = "dayclose:" + database + ":" + what;
        return name.length() <= LONGEST_NAME
                ? name
                : "dayclose:" + Integer.toHexString(database.hashCode()) + ":" + what;
    }

    private static boolean one(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getInt(1) == 1;
            }
        }
    }

    /** Whether the lock is still ours; also keeps its connection from being closed for idleness. */
    synchronized boolean isHeld() {
        try {
            return one(connection, "SELECT IS_USED_LOCK(?) = CONNECTION_ID()", name);
        } catch (SQLException lost) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        try (connection) {
            one(connection, "SELECT RELEASE_LOCK(?)", name);
        } catch (SQLException lost) {
            // a lost connection has released the lock already
        }
    }
}
