package io.dayclose.bench;

import com.mysql.cj.jdbc.JdbcStatement;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dayclose.config.feed.FeedCatalogue;
import io.dayclose.testing.TestDatabase;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the night is measured against. */
final class References {
    /** What the lines of the bench hold: all of a sale but the time of day. */
    private static final List<String> COLUMNS =
            FeedCatalogue.delivered().schema("sale").orElseThrow().columnNames().stream()
                    .filter(column -> !column.equals("sold_at"))
                    .toList();

    static final List<String> TECHNICAL = List.of("version", "night", "source_id", "source_line");

    private References() {}

    private static DataSource migrated(TestDatabase database) {
        var source = database.dataSource();
        Flyway.configure()
                .dataSource(source)
                .locations("filesystem:sql/migration")
                .load()
                .migrate();
        return source;
    }

    /** How long the server takes by itself: to load the lines, and to make each table of sums from them. */
    record Floor(Duration load, Duration sums) {}

    /** The server's own bulk load into the fact table in one statement, then one INSERT … SELECT … GROUP BY per table of sums. */
    static Floor floor(Path file) throws Exception {
        var source = migrated(TestDatabase.fresh());
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var lines = Files.newInputStream(file)) {
            var load = load(connection, lines, "sale", TECHNICAL);
            var sums = Duration.ZERO;
            for (var sql : SUMS) {
                sums = sums.plus(timed(statement, sql));
            }
            return new Floor(load, sums);
        } finally {
            ((HikariDataSource) source).close();
        }
    }

    /** Loads lines into a table in one statement; {@code rest} says where what stands behind a line goes. */
    static Duration load(Connection connection, InputStream lines, String table, List<String> rest)
            throws SQLException {
        return load(connection, lines, table + " CHARACTER SET utf8mb4 (" + columns(rest) + ")");
    }

    /** Loads lines of values into a table in one statement. */
    static Duration load(Connection connection, InputStream lines, String into) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(lines);
            return timed(statement, "LOAD DATA LOCAL INFILE 'x' INTO TABLE " + into);
        }
    }

    private static String columns(List<String> rest) {
        return Stream.concat(COLUMNS.stream(), rest.stream()).collect(Collectors.joining(", "));
    }

    private static final String AMOUNTS =
            "SUM(IF(kind = 'SALE', quantity, 0)), SUM(IF(kind = 'RETURN', quantity, 0)), SUM(IF(kind = 'SALE', amount, 0)), SUM(IF(kind = 'RETURN', amount, 0))";
    static final List<String> SUMS = List.of(
            "INSERT INTO outlet_day SELECT business_date, outlet_code, COUNT(DISTINCT doc_no), " + AMOUNTS
                    + ", SUM(IF(kind = 'DISCOUNT', amount, 0)) FROM sale GROUP BY business_date, outlet_code",
            "INSERT INTO seller_day SELECT business_date, outlet_code, seller_code, COUNT(DISTINCT doc_no), " + AMOUNTS
                    + " FROM sale GROUP BY business_date, outlet_code, seller_code",
            "INSERT INTO product_day SELECT business_date, outlet_code, product_code, " + AMOUNTS
                    + " FROM sale GROUP BY business_date, outlet_code, product_code",
            "INSERT INTO noted_sale SELECT business_date, doc_no, line_no, version, outlet_code, kind, NULL FROM sale WHERE kind = 'RETURN'");

    private static Duration timed(Statement statement, String sql) throws SQLException {
        long began = System.nanoTime();
        statement.executeUpdate(sql);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** JDBC cursor reader, item processor, JdbcBatchItemWriter, chunks of 1000: what a tutorial builds. */
    static Duration plain(Path file, String urlOptions) throws Exception {
        var database = TestDatabase.fresh();
        var source = migrated(database);
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var lines = Files.newInputStream(file)) {
            statement.execute("CREATE TABLE source_sale LIKE sale");
            load(connection, lines, "source_sale", TECHNICAL);
        }
        var config = new HikariConfig();
        config.setJdbcUrl(database.url() + urlOptions);
        config.setUsername("root");
        try (var plain = new HikariDataSource(config)) {
            return run(plain);
        } finally {
            ((HikariDataSource) source).close();
        }
    }

    private static Duration run(DataSource plain) throws Exception {
        JdbcCursorItemReader<Map<String, Object>> reader = new JdbcCursorItemReaderBuilder<Map<String, Object>>()
                .name("plain")
                .dataSource(plain)
                .sql("SELECT * FROM source_sale")
                .rowMapper(new ColumnMapRowMapper())
                .build();
        var columns = Stream.concat(COLUMNS.stream(), TECHNICAL.stream()).toList();
        var marks = columns.stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        JdbcBatchItemWriter<Map<String, Object>> writer = new JdbcBatchItemWriterBuilder<Map<String, Object>>()
                .dataSource(plain)
                .sql("INSERT INTO sale (" + columns(TECHNICAL) + ") VALUES (" + marks + ")")
                .columnMapped()
                .build();
        writer.afterPropertiesSet();
        JobRepository repository = new ResourcelessJobRepository();
        var step = new StepBuilder("plain", repository)
                .<Map<String, Object>, Map<String, Object>>chunk(1000)
                .transactionManager(new JdbcTransactionManager(plain))
                .reader(reader)
                .processor(item -> item)
                .writer(writer)
                .build();
        JobInstance instance = repository.createJobInstance("plain", new JobParameters());
        JobExecution execution = repository.createJobExecution(
                instance, new JobParameters(), new org.springframework.batch.infrastructure.item.ExecutionContext());
        var stepExecution = repository.createStepExecution("plain", execution);
        long began = System.nanoTime();
        step.execute(stepExecution);
        if (stepExecution.getWriteCount() == 0) {
            throw new IllegalStateException(stepExecution.toString());
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
