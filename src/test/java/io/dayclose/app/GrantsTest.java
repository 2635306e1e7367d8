package io.dayclose.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import io.dayclose.text.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The accounts of sql/grants.sql: each can do its work and nothing else. */
class GrantsTest {
    private static final List<String> ACCOUNTS = List.of("dayclose_migrator", "dayclose_reader", "dayclose");

    private static final List<String> ONLY_ADDED_TO = Stream.concat(
                    FeedCatalogue.delivered().names().stream(),
                    Stream.of(
                            "ledger",
                            "receivable_entry",
                            "bonus_event",
                            "job_event",
                            "day_change",
                            "decided_file",
                            "closed_month",
                            "closed_account",
                            "outbox_workbook",
                            "flyway_schema_history"))
            .toList();

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcTemplate root = new JdbcTemplate(database.dataSource());
    private final String suffix = "_" + ProcessHandle.current().pid();

    @TempDir
    private Path folder;

    /** The embedded server knows no accounts; the lane on a real one asks. */
    @BeforeEach
    void grant() throws IOException {
        assumeThat(System.getProperty("dayclose.test.url", ""))
                .as("a server with accounts")
                .isNotEmpty();
        drop();
        grants().map(this::mine).forEach(root::execute);
    }

    private static Stream<String> grants() throws IOException {
        return Stream.of(Files.readString(Path.of("sql/grants.sql"))
                        .replaceAll("(?m)^--.*$", "")
                        .split(";"))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty());
    }

    @AfterEach
    void drop() {
        assumeThat(System.getProperty("dayclose.test.url", "")).isNotEmpty();
        ACCOUNTS.forEach(each -> root.execute("DROP USER IF EXISTS '" + each + suffix + "'@'%'"));
    }

    /** In a database and with accounts of this test's own. */
    private String mine(String sql) {
        var name = root.queryForObject("SELECT DATABASE()", String.class);
        return sql.replaceAll("ON dayclose\\.", "ON " + name + ".")
                .replaceAll("'(dayclose\\w*)'@", "'$1" + suffix + "'@");
    }

    private Map<String, Object> settings(String account, String password) {
        var settings = new HashMap<>(database.settings());
        settings.put("spring.datasource.username", account + suffix);
        settings.put("spring.datasource.password", password);
        settings.put("spring.datasource.url", database.url() + "?sslMode=PREFERRED&allowPublicKeyRetrieval=true");
        return settings;
    }

    private JdbcTemplate as(String account, String password) {
        var settings = settings(account, password);
        return new JdbcTemplate(new DriverManagerDataSource(
                (String) settings.get("spring.datasource.url"), account + suffix, password));
    }

    private TestHome home() {
        return new TestHome(folder)
                .smallCompany()
                .reports()
                .plan("staff", "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 2}")
                .sales("sale-1.csv", "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,");
    }

    @Test
    void the_program_runs_nights_again_and_again_and_takes_nothing_back() {
        try (var engine = Engine.start(home().load().home(), settings("dayclose", "change-me-2"))) {
            var nights = new Nights(engine);
            assertThat(nights.run("2026-11-22").problems()).isEmpty();
            assertThat(nights.again("2026-11-22", "tried again").problems()).isEmpty();
            assertThat(nights.rows("SELECT SUM(amount) FROM ledger WHERE type = 'EARN'"))
                    .containsExactly("0.20");
        }
        var program = as("dayclose", "change-me-2");
        Stream.concat(
                        FeedCatalogue.delivered().names().stream(),
                        Stream.of("ledger", "receivable_entry", "bonus_event", "job_event"))
                .forEach(table -> {
                    assertThatThrownBy(() -> program.execute("DELETE FROM " + table))
                            .as(table)
                            .rootCause()
                            .hasMessageContaining("DELETE command denied");
                    assertThatThrownBy(() -> program.execute("DROP TABLE " + table))
                            .rootCause()
                            .hasMessageContaining("denied");
                });
        assertThatThrownBy(() -> program.execute("UPDATE ledger SET amount = 1"))
                .rootCause()
                .hasMessageContaining("UPDATE command denied");
    }

    @Test
    void every_table_is_either_named_or_only_added_to() throws IOException {
        var grants = Files.readString(Path.of("sql/grants.sql"));
        assertThat(root
                        .queryForList(
                                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
                                String.class)
                        .stream()
                        .filter(table -> !grants.contains("ON dayclose." + table + " TO")))
                .as("a new table that the program changes must be named in sql/grants.sql")
                .containsExactlyInAnyOrderElementsOf(ONLY_ADDED_TO);
    }

    @Test
    void a_reader_reads_and_the_program_tells_him_what_he_lacks() {
        var reader = as("dayclose_reader", "change-me-3");
        assertThat(reader.queryForObject("SELECT COUNT(*) FROM ledger", Long.class))
                .isZero();
        assertThatThrownBy(() -> reader.execute("INSERT INTO lease VALUES ('x', 1, '', 1, '2026-11-22')"))
                .rootCause()
                .hasMessageContaining("INSERT command denied");
        try (var engine = Engine.start(home().load().home(), settings("dayclose_reader", "change-me-3"))) {
            assertThatThrownBy(() -> new Nights(engine).run("2026-11-22"))
                    .satisfies(failed -> assertThat(StartFailure.readable((RuntimeException) failed))
                            .isInstanceOf(Refusal.class)
                            .hasMessageContaining("[DC-209]")
                            .hasMessageContaining("sql/grants.sql"));
        }
    }

    @Test
    void the_migrator_makes_the_tables_for_the_program() {
        var fresh = TestDatabase.foreign();
        var name = new JdbcTemplate(fresh.dataSource()).queryForObject("SELECT DATABASE()", String.class);
        root.execute(
                "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, SHOW VIEW, CREATE TEMPORARY TABLES ON "
                        + name + ".* TO 'dayclose_migrator" + suffix + "'@'%'");
        root.execute("GRANT SELECT ON " + name + ".* TO 'dayclose" + suffix + "'@'%'");
        var settings = settings("dayclose", "change-me-2");
        var url = fresh.url() + "?allowPublicKeyRetrieval=true";
        settings.put("spring.datasource.url", url);
        settings.put("spring.flyway.url", url);
        settings.put("spring.flyway.user", "dayclose_migrator" + suffix);
        settings.put("spring.flyway.password", "change-me-1");
        try (var engine = Engine.start(home().load().home(), settings)) {
            assertThat(engine.work().jdbc().queryForObject("SELECT COUNT(*) FROM ledger", Long.class))
                    .isZero();
        }
    }
}
