package io.dayclose.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Both ways of writing do the same. */
class BulkWriterTest {
    private static DataSource source;

    @BeforeAll
    static void start() {
        source = TestDatabase.fresh().dataSource();
    }

    @BeforeEach
    void table() {
        var jdbc = new JdbcTemplate(source);
        jdbc.execute("DROP TABLE IF EXISTS t");
        jdbc.execute(
                "CREATE TABLE t (k VARCHAR(10) COLLATE utf8mb4_bin PRIMARY KEY, d DATE, m DECIMAL(10,2), s VARCHAR(20)) CHARSET utf8mb4");
    }

    private static BulkWriter writer(boolean load) {
        var writer = load ? BulkWriter.forServer(source) : BulkWriter.withInserts(source);
        org.junit.jupiter.api.Assumptions.assumeTrue(writer.loads() == load, "this server forbids LOAD DATA LOCAL");
        return writer;
    }

    private static BulkRows rows() {
        return new BulkRows("t", List.of("k", "d", "m", "s"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void writes_every_kind_of_value_as_it_is(boolean load) {
        var rows = rows();
        rows.add("a\t1", LocalDate.of(2026, 11, 22), new BigDecimal("1234.50"), "中文\n\\N 'q'");
        rows.add("b", null, new BigDecimal("-0.01"), null);
        assertThat(writer(load).insertNew(rows)).isEqualTo(2);
        assertThat(new JdbcTemplate(source)
                        .queryForList("SELECT CONCAT_WS('|', k, d, m, s) FROM t ORDER BY k", String.class))
                .containsExactly("a\t1|2026-11-22|1234.50|中文\n\\N 'q'", "b|-0.01");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leaves_out_keys_already_there_and_says_how_many_were_new(boolean load) {
        var first = rows();
        first.add("a", null, BigDecimal.ONE, "first");
        writer(load).insertNew(first);
        var second = rows();
        second.add("a", null, BigDecimal.TEN, "second");
        second.add("A", null, BigDecimal.TEN, "another key");
        assertThat(writer(load).insertNew(second)).isEqualTo(1);
        assertThat(new JdbcTemplate(source).queryForObject("SELECT s FROM t WHERE k = 'a'", String.class))
                .isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_value_the_server_would_bend_is_an_error_not_a_silent_change(boolean load) {
        var rows = rows();
        rows.add("a", null, BigDecimal.ONE, "much longer than twenty characters");
        assertThatThrownBy(() -> writer(load).insertNew(rows)).isInstanceOf(DataIntegrityViolationException.class);
    }
}
