package io.dayclose.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asking whether the tables are of this version finds what the library that migrates would find. */
class SchemaTest {
    private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.fresh().dataSource());

    private int migrations(JdbcTemplate database) {
        var asked = new AtomicInteger();
        new Schema(database).require(asked::incrementAndGet);
        return asked.get();
    }

    @Test
    void tables_of_this_version_are_left_alone() {
        assertThat(migrations(jdbc)).isZero();
    }

    @Test
    void a_new_database_is_migrated() {
        assertThat(migrations(new JdbcTemplate(TestDatabase.foreign().dataSource())))
                .isEqualTo(1);
    }

    @Test
    void one_that_was_brought_further_or_not_so_far_or_by_other_files_or_failed_is_looked_at() {
        for (var change : new String[] {
            "UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '7'",
            "UPDATE flyway_schema_history SET success = 0 WHERE version = '7'",
            "UPDATE flyway_schema_history SET version = '9999' WHERE version = '7'",
            "DELETE FROM flyway_schema_history WHERE version = '7'"
        }) {
            var kept = jdbc.queryForMap("SELECT * FROM flyway_schema_history WHERE version = '7'");
            jdbc.update(change);
            assertThat(migrations(jdbc)).as(change).isEqualTo(1);
            jdbc.update("DELETE FROM flyway_schema_history WHERE installed_rank = ?", kept.get("installed_rank"));
            jdbc.update(
                    "INSERT INTO flyway_schema_history VALUES (?,?,?,?,?,?,?,?,?,?)",
                    kept.values().toArray());
        }
        assertThat(migrations(jdbc)).isZero();
    }
}
