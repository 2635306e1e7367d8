package io.dayclose.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The server knows at once how large a table is that has just been filled; by itself it learns so ten seconds later. */
class StaleStatisticsTest {
    private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.fresh().dataSource());
    private BulkWriter bulk;

    @BeforeEach
    void table() {
        // else the server may count in the background while the test looks
        jdbc.execute("CREATE TABLE grown (k INT PRIMARY KEY) ENGINE = InnoDB STATS_AUTO_RECALC = 0");
        bulk = BulkWriter.forServer(jdbc.getDataSource());
    }

    private void fill(int from, int to) {
        var rows = new BulkRows("grown", List.of("k"));
        IntStream.range(from, to).forEach(rows::add);
        bulk.insertNew(rows);
        bulk.countGrown();
    }

    private Long known() {
        return jdbc.queryForObject(
                "SELECT n_rows FROM mysql.innodb_table_stats WHERE database_name = DATABASE() AND table_name = 'grown'",
                Long.class);
    }

    @Test
    void many_rows_are_counted_and_a_few_are_not_worth_it() {
        fill(0, 400);
        assertThat(known()).isZero();
        fill(400, 1_100);
        assertThat(known()).as("by sampling").isBetween(900L, 1_300L);
    }

    @Test
    void a_table_of_the_connection_s_own_does_no_harm() {
        var rows = new BulkRows("nobody_knows", List.of("k"));
        IntStream.range(0, 2_000).forEach(rows::add);
        jdbc.execute((Connection connection) -> {
            var own = new SingleConnectionDataSource(connection, true);
            new JdbcTemplate(own).execute("CREATE TEMPORARY TABLE nobody_knows (k INT)");
            var writer = BulkWriter.forServer(own);
            writer.insertNew(rows);
            writer.countGrown();
            return assertThat(new JdbcTemplate(own).queryForObject("SELECT COUNT(*) FROM nobody_knows", Integer.class))
                    .isEqualTo(2_000);
        });
    }
}
