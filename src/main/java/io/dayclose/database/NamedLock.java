package io.dayclose.database;

import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * A lock the database itself holds for as long as one connection lives: whoever has it works, and a killed process loses it
 * at once. Its keeper asks for it every few seconds. Each time it is taken the epoch in its row of {@code lease} rises, and a
 * transaction of the thread that took it commits only under its own epoch ({@link FencedTransactions}): a process that was
 * thought dead and wakes writes nothing. It is to be closed by the thread that took it.
 */
public final class NamedLock implements AutoCloseable {
    private static final int LONGEST_NAME = 64;

    /** An answer that takes longer than this is none: whoever cuts connections need not say so. */
    private static final int MILLIS_TO_ANSWER = 10_000;

    private static final Executor AT_ONCE = Runnable::run;
    private static final ThreadLocal<Deque<NamedLock>> HELD = ThreadLocal.withInitial(ArrayDeque::new);

    private final Connection connection;
    private final String what;
    private final String name;
    private final Lease lease;
    private final LockKeeper keeper;
    private volatile boolean lost;

    private NamedLock(Connection connection, String what, String name) throws SQLException {
        this.connection = connection;
        this.what = what;
        this.name = name;
        lease = Lease.take(connection, what);
        HELD.get().push(this);
        keeper = new LockKeeper(this);
    }

    /** The lock without waiting, or nothing when somebody else has it. The name is this database's own. */
    public static Optional<NamedLock> acquire(DataSource dataSource, String what) {
        return acquire(dataSource, what, 0);
    }

    /** The lock, waited for as long as given, or nothing when somebody else still has it then. */
    public static Optional<NamedLock> acquire(DataSource dataSource, String what, int seconds) {
        try {
            var connection = dataSource.getConnection();
            try {
                var name = name(connection.getCatalog(), what);
                if (one(connection, "SELECT GET_LOCK(?, " + seconds + ")", name)) {
                    connection.setNetworkTimeout(AT_ONCE, MILLIS_TO_ANSWER);
                    return Optional.of(new NamedLock(connection, what, name));
                }
                connection.close();
                return Optional.empty();
            } catch (SQLException failed) {
                connection.abort(AT_ONCE); // it may hold the lock
                throw failed;
            }
        } catch (SQLException failed) {
            throw new UncategorizedSQLException("lock " + what, "GET_LOCK", failed);
        }
    }

    /** Whether anybody holds it now. */
    public static boolean isTaken(DataSource dataSource, String what) {
        try (var connection = dataSource.getConnection()) {
            return one(connection, "SELECT IS_USED_LOCK(?) IS NOT NULL", name(connection.getCatalog(), what));
        } catch (SQLException failed) {
            throw new UncategorizedSQLException("lock " + what, "IS_USED_LOCK", failed);
        }
    }

    /** Those that the current thread has taken and not given back. */
    static List<NamedLock> ofThisThread() {
        return List.copyOf(HELD.get());
    }

    /**
     * Asks the server for them, which costs a question each.
     *
     * @throws Refusal when one of the current thread's locks has been lost
     */
    public static void askAll() {
        ofThisThread().forEach(NamedLock::isHeld);
        requireAll();
    }

    /**
     * Lets the current thread begin another block of its work.
     *
     * @throws Refusal when one of its locks has been lost
     */
    public static void requireAll() {
        ofThisThread().forEach(NamedLock::require);
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

    String what() {
        return what;
    }

    Lease lease() {
        return lease;
    }

    /** Whether the lock is still ours; also keeps its connection from being closed for idleness. Once lost it stays so. */
    public synchronized boolean isHeld() {
        try {
            lost = lost
                    || !one(connection, "SELECT IS_USED_LOCK(?) = CONNECTION_ID()", name)
                    || !lease.isLatest(connection);
        } catch (SQLException broken) {
            lost = true;
        }
        return !lost;
    }

    /** @throws Refusal when the keeper has found it lost */
    private void require() {
        if (lost) {
            throw Refusal.failed(Problem.at("run", Message.LOCK_LOST, what));
        }
    }

    @Override
    public void close() {
        keeper.close();
        HELD.get().remove(this);
        release();
    }

    private synchronized void release() {
        try (connection) {
            if (lost || !one(connection, "SELECT RELEASE_LOCK(?)", name)) {
                connection.abort(AT_ONCE); // it must not go back to the pool half dead
            }
        } catch (SQLException broken) {
            // a lost connection has released the lock already
        }
    }
}
