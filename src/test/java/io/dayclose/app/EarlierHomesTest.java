package io.dayclose.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.Books;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that an earlier version made, kept as it was, goes on with this one. */
class EarlierHomesTest {
    private static final String WITHOUT_KEY = """
            SELECT table_name FROM information_schema.tables t WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND NOT EXISTS
            (SELECT 1 FROM information_schema.statistics s WHERE s.table_schema = t.table_schema AND s.table_name = t.table_name AND s.index_name = 'PRIMARY')""";

    @TempDir
    private Path folder;

    @Test
    void the_books_of_an_earlier_version_are_the_same_after_its_update_and_go_on() throws IOException, SQLException {
        var database = TestDatabase.foreign();
        var jdbc = new JdbcTemplate(database.dataSource());
        load(database, "/homes/before-leases.sql.gz");
        assertThat(jdbc.queryForList(WITHOUT_KEY, String.class)).hasSize(4);
        var before = Books.digest(jdbc);
        var home = new TestHome(folder)
                .smallCompany()
                .feeds("stock_movement")
                .plan(
                        "staff",
                        "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 2}, hold: [{gate: return-window, days: 2}]")
                .plan("outlets", "from: 2026-01-01, payee: outlet, rate: {per-unit: 0.33}");
        try (var engine = home.engine(database)) {
            assertThat(Books.digest(jdbc)).isEqualTo(before);
            assertThat(jdbc.queryForList(WITHOUT_KEY, String.class)).isEmpty();
            home.sales("sale-3.csv", "S5,1,SALE,2026-11-23,W001,P005,G001,1,10.00,,10.00,,,,");
            var nights = new Nights(engine);
            assertThat(nights.run("2026-11-23").exitCode()).isZero();
            assertThat(nights.rows("SELECT state, decided_by FROM decision")).containsExactly("APPROVED li");
        }
        var after = Books.digest(jdbc);
        try (var again = home.engine(database)) {
            assertThat(Books.digest(jdbc))
                    .as("the second start changes nothing")
                    .isEqualTo(after);
        }
    }

    @Test
    void no_table_of_a_new_database_lacks_a_primary_key() {
        assertThat(new JdbcTemplate(TestDatabase.fresh().dataSource()).queryForList(WITHOUT_KEY, String.class))
                .isEmpty();
    }

    private static void load(TestDatabase database, String dump) throws IOException, SQLException {
        try (var file = new GZIPInputStream(Objects.requireNonNull(EarlierHomesTest.class.getResourceAsStream(dump)));
                var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : new String(file.readAllBytes(), StandardCharsets.UTF_8).split(";\n")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
