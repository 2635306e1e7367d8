package io.dayclose.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.Books;
import io.dayclose.testing.ChildProgram;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Killed anywhere, a night goes on where it stopped and ends with the books of an undisturbed one. */
class KillTest {
    private static String undisturbed;

    @TempDir
    private Path killedFolder;

    private static TestHome home(Path folder) {
        var home = new TestHome(folder)
                .smallCompany()
                .reports()
                .plan(
                        "sellers",
                        "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 1.5}, hold: [{gate: return-window, days: 2}]")
                .plan("outlets", "from: 2026-01-01, payee: outlet, rate: {per-unit: 0.33}");
        var lines = IntStream.rangeClosed(1, 60_000).mapToObj(KillTest::line).toArray(String[]::new);
        return home.sales("sale-1.csv", lines);
    }

    /** Mostly sales; some returns of them, some for tomorrow, some wrong. */
    private static String line(int i) {
        if (i % 50 == 0) {
            return "R%d,1,RETURN,2026-11-22,W001,,G001,1,10.00,,10.00,,S%d,1,".formatted(i, i - 1);
        }
        var date = i % 97 == 0 ? "2026-11-23" : "2026-11-22";
        var outlet = i % 1009 == 0 ? "W404" : "W001";
        return "S%d,1,SALE,%s,%s,P005,G001,%d,10.00,,%d0.00,,,,".formatted(i, date, outlet, i % 7 + 1, i % 7 + 1);
    }

    @BeforeAll
    static void runUndisturbed(@TempDir Path folder) {
        var database = TestDatabase.fresh();
        try (var engine = home(folder).engine(database)) {
            new Nights(engine).run("2026-11-22");
            undisturbed = Books.digest(new JdbcTemplate(database.dataSource()));
        }
    }

    @Test
    void killed_while_reading_while_settling_while_posting_and_while_reporting_the_books_are_the_same() {
        var database = TestDatabase.fresh();
        var home = home(killedFolder);
        var jdbc = new JdbcTemplate(database.dataSource());
        killWhen(
                home,
                database,
                () -> isTrue(jdbc, "SELECT position >= 20000 FROM feed_source WHERE name = 'sale-1.csv'"));
        assertThat(jdbc.queryForObject("SELECT state FROM job_run", String.class))
                .isEqualTo("RUNNING");
        killWhen(
                home,
                database,
                () -> isTrue(
                        jdbc,
                        "SELECT COUNT(*) > 0 FROM voucher WHERE decision = 'PENDING' AND resolved_on IS NOT NULL"
                                + " UNION SELECT state = 'DONE' FROM feed_source WHERE name = 'sale-1.csv'"));
        killWhen(home, database, () -> isTrue(jdbc, "SELECT COUNT(*) > 0 FROM ledger"));
        killWhen(home, database, () -> isTrue(jdbc, "SELECT COUNT(*) > 0 FROM outbox"));
        var last = ChildProgram.start(home, database, "run", "nightly", "--date", "2026-11-22");
        assertThat(last.join()).as(last.output()).isZero();
        var proved = ChildProgram.start(home, database, "prove");
        assertThat(proved.join()).as(proved.output()).isZero();
        assertThat(Books.digest(jdbc)).isEqualTo(undisturbed);
        assertThat(jdbc.queryForObject("SELECT attempts FROM job_run", Integer.class))
                .isEqualTo(5);
    }

    @Test
    void frozen_until_another_has_taken_over_it_wakes_and_writes_nothing() {
        var database = TestDatabase.fresh();
        var home = home(killedFolder);
        var jdbc = new JdbcTemplate(database.dataSource());
        var frozen = ChildProgram.start(home, database, "run", "nightly", "--date", "2026-11-22");
        waitUntil(frozen, () -> isTrue(jdbc, "SELECT position >= 20000 FROM feed_source WHERE name = 'sale-1.csv'"));
        frozen.freeze();
        cutConnections(jdbc);
        var other = ChildProgram.start(home, database, "run", "nightly", "--date", "2026-11-22");
        assertThat(other.join()).as(other.output()).isZero();
        assertThat(Books.digest(jdbc)).isEqualTo(undisturbed);
        frozen.wake();
        assertThat(frozen.join()).as(frozen.output()).isEqualTo(1);
        assertThat(Books.digest(jdbc)).isEqualTo(undisturbed);
        assertThat(jdbc.queryForList("SELECT CONCAT_WS(' ', state, attempts) FROM job_run", String.class))
                .containsExactly("COMPLETED 2");
        assertThat(jdbc.queryForList("SELECT what FROM job_event ORDER BY event_id", String.class))
                .containsExactly("STARTED", "RESTARTED", "COMPLETED");
        assertThat(frozen.output()).contains("[DC-313]").doesNotContain("DC-408", "stopping");
    }

    /** As a server does with connections that have been idle for too long. */
    private static void cutConnections(JdbcTemplate jdbc) {
        jdbc.queryForList(
                        "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()",
                        Long.class)
                .forEach(id -> jdbc.execute("KILL " + id));
    }

    @Test
    void asked_to_stop_it_ends_at_the_edge_of_a_block_and_goes_on_later() {
        var database = TestDatabase.fresh();
        var home = home(killedFolder);
        var jdbc = new JdbcTemplate(database.dataSource());
        var child = ChildProgram.start(home, database, "run", "nightly", "--date", "2026-11-22");
        waitUntil(child, () -> isTrue(jdbc, "SELECT position >= 10000 FROM feed_source WHERE name = 'sale-1.csv'"));
        child.terminate();
        assertThat(jdbc.queryForObject("SELECT state FROM job_run", String.class))
                .as(child.output())
                .isEqualTo("STOPPED");
        try (var engine = home.engine(database)) {
            assertThat(new Nights(engine).run("2026-11-22").exitCode()).isZero();
        }
        assertThat(Books.digest(jdbc)).isEqualTo(undisturbed);
    }

    private static void killWhen(TestHome home, TestDatabase database, BooleanSupplier moment) {
        var child = ChildProgram.start(home, database, "run", "nightly", "--date", "2026-11-22");
        waitUntil(child, moment);
        child.kill();
    }

    private static void waitUntil(ChildProgram child, BooleanSupplier moment) {
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (!moment.getAsBoolean()) {
            assertThat(child.isAlive())
                    .as("ended before it could be disturbed: " + child.output())
                    .isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static boolean isTrue(JdbcTemplate jdbc, String sql) {
        try {
            return jdbc.queryForList(sql, Boolean.class).stream().anyMatch(Boolean.TRUE::equals);
        } catch (org.springframework.dao.DataAccessException notMigratedYet) {
            return false;
        }
    }
}
