package io.dayclose.intake.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.Company.DataSourceSettings;
import io.dayclose.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A query's result written down: every kind of column as the text a person would write, whatever the URL says. */
class QuerySpoolTest {
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-22");

    @TempDir
    private Path folder;

    private final TestDatabase source = TestDatabase.foreign();
    private final JdbcTemplate jdbc = new JdbcTemplate(source.dataSource());

    private CsvFile write(String sql, String urlOptions) throws Exception {
        var settings = new DataSourceSettings(source.url() + urlOptions, "root", "", 60);
        return new QuerySpool(settings).write(sql, Map.of("business_date", NIGHT), file());
    }

    private Path file() {
        return folder.resolve("archive/sale.csv");
    }

    private String fetch(String sql, String urlOptions) throws Exception {
        write(sql, urlOptions);
        return Files.readString(file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?useServerPrepStmts=true", "?useCursorFetch=true", "?characterSetResults=latin1"})
    void every_kind_of_column_is_written_as_its_text(String urlOptions) throws Exception {
        jdbc.execute("""
                CREATE TABLE kinds (id INT UNSIGNED ZEROFILL, name VARCHAR(20), latin VARCHAR(20) CHARACTER SET latin1,
                    chinese VARCHAR(20) CHARACTER SET gbk, note TEXT, price DECIMAL(18, 4), whole BIGINT, day DATE,
                    at DATETIME, exact DATETIME(3), stamp TIMESTAMP NULL, share DOUBLE) DEFAULT CHARSET = utf8mb4""");
        jdbc.update("""
                INSERT INTO kinds VALUES (7, '数据线 😀', 'é', '上海', 'a "b", c\nd', 12.5, -3, '2026-11-22',
                    '2026-11-22 14:30:00', '2026-11-22 14:30:00.120', '2026-11-22 14:30:00', 0.25)""");
        jdbc.update("INSERT INTO kinds (name) VALUES ('')");
        assertThat(fetch("SELECT * FROM kinds WHERE day IS NULL OR day <= :business_date", urlOptions))
                .isEqualTo("""
                        id,name,latin,chinese,note,price,whole,day,at,exact,stamp,share
                        7,数据线 😀,é,上海,"a ""b"", c
                        d",12.5000,-3,2026-11-22,2026-11-22 14:30:00,2026-11-22 14:30:00,2026-11-22 14:30:00,0.25
                        ,,,,,,,,,,,
                        """);
    }

    @Test
    void the_digest_told_while_writing_is_the_digest_of_the_file() throws Exception {
        jdbc.execute("CREATE TABLE line (text LONGTEXT)");
        for (int length : new int[] {1, 65_534, 65_535, 65_536, 200_000}) {
            jdbc.update("INSERT INTO line VALUES (REPEAT('x', ?))", length);
        }
        var csv = write("SELECT text FROM line", "");
        assertThat(csv.sha256()).isEqualTo(Archive.sha256(file()));
        assertThat(csv.size()).isEqualTo(Files.size(file())).isGreaterThan(396_000);
    }

    @Test
    void an_empty_cell_alone_is_still_a_row() throws Exception {
        assertThat(fetch("SELECT NULL AS a UNION ALL SELECT 'b'", "")).isEqualTo("a\n\"\"\nb\n");
    }

    @Test
    void the_date_of_noughts_is_what_the_url_says_it_is() throws Exception {
        jdbc.execute("CREATE TABLE day (day DATE)");
        jdbc.execute((java.sql.Connection connection) -> {
            try (var statement = connection.createStatement()) {
                statement.execute("SET SESSION sql_mode = ''");
                return statement.execute("INSERT INTO day VALUES ('0000-00-00'), ('2026-11-22')");
            }
        });
        assertThat(fetch("SELECT day, 1 AS one FROM day", "?zeroDateTimeBehavior=CONVERT_TO_NULL"))
                .isEqualTo("day,one\n,1\n2026-11-22,1\n");
        assertThat(fetch("SELECT day, 1 AS one FROM day", ""))
                .as("one bad date is for its sender to mend, and costs no other row")
                .isEqualTo("day,one\n0000-00-00,1\n2026-11-22,1\n");
    }

    @Test
    void a_flag_is_yes_or_no_however_the_source_keeps_it() throws Exception {
        jdbc.execute("CREATE TABLE flag (a TINYINT(1), b BIT(1))");
        jdbc.execute("INSERT INTO flag VALUES (1, b'0')");
        assertThat(fetch("SELECT a, b FROM flag", "")).isEqualTo("a,b\nY,N\n");
    }
}
