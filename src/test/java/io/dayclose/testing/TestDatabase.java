package io.dayclose.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Databases for tests: on the server named by {@code -Ddayclose.test.url}, else on an embedded one that all tests of a
 * process share. Each call makes a fresh, empty database.
 */
public final class TestDatabase {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static volatile String server = System.getProperty("dayclose.test.url", "");

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    public static synchronized TestDatabase fresh() {
        if (server.isEmpty()) {
            server = EmbeddedServer.start(Path.of("target", "test-server").toAbsolutePath());
        }
        var name = "dayclose_test_" + ProcessHandle.current().pid() + "_" + NEXT.incrementAndGet();
        run("DROP DATABASE IF EXISTS " + name);
        run("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(name)));
        return new TestDatabase(name);
    }

    private static void drop(String name) {
        if (!System.getProperty("dayclose.test.url", "").isEmpty()) {
            run("DROP DATABASE IF EXISTS " + name);
        }
    }

    private static void run(String sql) {
        try (var connection = DriverManager.getConnection(server, "root", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    public String url() {
        return server + name;
    }

    /** The settings the program needs to use this database. */
    public Map<String, Object> settings() {
        return Map.of(
                "spring.datasource.url", url(), "spring.datasource.username", "root", "spring.datasource.password", "");
    }

    /** A small pool of its own, with client-side loads allowed. */
    public DataSource dataSource() {
        var config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername("root");
        config.setPassword("");
        config.setMaximumPoolSize(4);
        config.addDataSourceProperty("allowLoadLocalInfile", "true");
        return new HikariDataSource(config);
    }
}
