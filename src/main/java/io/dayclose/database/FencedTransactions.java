package io.dayclose.database;

import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Commits nothing of a thread whose locks somebody else has taken since. The rows of {@code lease} are locked until the commit is done, so
 * whoever takes a lock over comes either before it, and is seen, or after it.
 */
public final class FencedTransactions extends JdbcTransactionManager {
    private final JdbcTemplate jdbc;

    public FencedTransactions(DataSource dataSource) {
        super(dataSource);
        jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    protected void prepareForCommit(DefaultTransactionStatus status) {
        var locks = NamedLock.ofThisThread();
        if (!locks.isEmpty() && status.isNewTransaction() && !status.isReadOnly()) {
            var mine = locks.stream()
                    .map(NamedLock::lease)
                    .collect(Collectors.toMap(Lease::name, Function.identity(), (one, other) -> one));
            jdbc.query(
                    "SELECT name, epoch, host, pid FROM lease WHERE name IN (" + InList.marks(mine.size())
                            + ") LOCK IN SHARE MODE",
                    (RowCallbackHandler) row -> require(
                            Objects.requireNonNull(mine.get(row.getString(1))),
                            new Lease(row.getString(1), row.getLong(2), row.getString(3), row.getLong(4))),
                    mine.keySet().toArray());
        }
    }

    private static void require(Lease mine, Lease now) {
        if (mine.epoch() != now.epoch()) {
            throw Refusal.failed(Problem.at("run", Message.TAKEN_OVER, now.name(), now.host(), now.pid()));
        }
    }
}
