package io.dayclose.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dayclose.testing.TestDatabase;
import io.dayclose.text.Refusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class NamedLockTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final DataSource dataSource = database.dataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    private final TransactionTemplate transaction = new TransactionTemplate(new FencedTransactions(dataSource));

    @Test
    void of_two_who_ask_one_gets_it_and_the_next_one_later_has_a_higher_epoch() {
        try (var lock = NamedLock.acquire(dataSource, "books").orElseThrow()) {
            assertThat(elsewhere(() -> NamedLock.acquire(dataSource, "books"))).isEmpty();
            assertThat(NamedLock.isTaken(dataSource, "books")).isTrue();
            assertThat(lock.isHeld()).isTrue();
        }
        assertThat(NamedLock.isTaken(dataSource, "books")).isFalse();
        try (var lock = NamedLock.acquire(dataSource, "books").orElseThrow()) {
            assertThat(lock.lease().epoch()).isEqualTo(2);
        }
    }

    @Test
    void who_lost_his_lock_to_another_commits_nothing() {
        try (var mine = NamedLock.acquire(dataSource, "books").orElseThrow()) {
            transaction.executeWithoutResult(status -> write(1));
            cut();
            var other = elsewhere(() -> NamedLock.acquire(dataSource, "books").orElseThrow());
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> write(2)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("books was taken over by " + ThisProcess.host());
            assertThat(written())
                    .as("what was committed before is there, what came after is not")
                    .isEqualTo(1);
            assertThat(mine.isHeld()).isFalse();
            elsewhere(() -> {
                other.close();
                return true;
            });
        }
        transaction.executeWithoutResult(status -> write(3));
        assertThat(written()).as("a thread that holds no lock is not fenced").isEqualTo(3);
    }

    @Test
    void a_lost_lock_stops_the_next_block_although_nobody_has_taken_it() {
        try (var lock = NamedLock.acquire(dataSource, "books").orElseThrow()) {
            NamedLock.requireAll();
            cut();
            await().pollInSameThread().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThatThrownBy(
                            NamedLock::requireAll)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("the lock of books was lost"));
            assertThat(lock.isHeld()).as("once lost it stays so").isFalse();
        }
        NamedLock.requireAll();
        try (var again = NamedLock.acquire(dataSource, "books").orElseThrow()) {
            assertThat(again.isHeld()).isTrue();
        }
    }

    @Test
    void a_server_that_ends_idle_connections_leaves_a_kept_one() throws InterruptedException {
        var impatient = new DriverManagerDataSource(database.url() + "?sessionVariables=wait_timeout=5", "root", "");
        try (var lock = NamedLock.acquire(impatient, "books").orElseThrow()) {
            Thread.sleep(8_000);
            NamedLock.askAll();
            assertThat(lock.isHeld()).isTrue();
        }
    }

    /** Ends the connection that holds the lock, as a server or a relay does with one it takes for dead. */
    private void cut() {
        var holder = jdbc.queryForObject("SELECT IS_USED_LOCK(CONCAT('dayclose:', DATABASE(), ':books'))", Long.class);
        jdbc.execute("KILL " + holder);
        await().until(() -> !NamedLock.isTaken(dataSource, "books"));
    }

    private void write(int row) {
        jdbc.update(
                "INSERT INTO fact_day (feed, business_date, changes) VALUES ('test', '2026-11-22', ?) ON DUPLICATE KEY UPDATE changes = ?",
                row,
                row);
    }

    private long written() {
        return jdbc.queryForObject("SELECT COALESCE(SUM(changes), 0) FROM fact_day", Long.class);
    }

    private static <T> T elsewhere(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action).join();
    }
}
