package io.dayclose.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/**
 * Databases for tests: on the server named by {@code -Ddayclose.test.url}, else on an embedded one that all tests of a
 * process share. Each call gives one that is migrated and has no rows; when the test class is over it is emptied and given
 * to another one ({@link EmptiedDatabases}), as making its tables anew takes a second.
 */
public final class TestDatabase {
    private final String name;
    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();

    TestDatabase(String name) {
        this.name = name;
    }

    public static TestDatabase fresh() {
        return EmptiedDatabases.take();
    }

    /** A database of somebody else's, such as a company's sales system: without any table. */
    public static TestDatabase foreign() {
        return EmptiedDatabases.foreign();
    }

    String name() {
        return name;
    }

    public String url() {
        return TestServer.url() + name;
    }

    /** The settings the program needs to use this database. */
    public Map<String, Object> settings() {
        return Map.of(
                "spring.datasource.url", url(), "spring.datasource.username", "root", "spring.datasource.password", "");
    }

    /** A small pool of its own, with client-side loads allowed; closed when the test class is over. */
    public DataSource dataSource() {
        var config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername("root");
        config.setPassword("");
        config.setMaximumPoolSize(4);
        config.addDataSourceProperty("allowLoadLocalInfile", "true");
        var pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    void closePools() {
        pools.forEach(HikariDataSource::close);
        pools.clear();
    }
}
