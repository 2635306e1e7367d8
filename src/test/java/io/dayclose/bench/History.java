package io.dayclose.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.dayclose.app.Engine;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * A company with so many months behind it. The first night is run; what the others would have left in the tables is
 * loaded and copied, because running them would take hours.
 */
final class History implements AutoCloseable {
    private final HistoryLines lines;
    private final TestHome home;
    private final TestDatabase database = TestDatabase.fresh();
    private final Engine engine;

    /** @param night the first business date that is not history yet */
    History(Path folder, int months, LocalDate night) throws SQLException, IOException {
        lines = new HistoryLines(night.minusMonths(months));
        home = BenchLines.home(folder);
        engine = home.engine(database);
        night(lines.first());
        try (var source = (HikariDataSource) database.dataSource();
                var connection = source.getConnection()) {
            copyNights(connection, night);
            loadFacts(connection);
            addUp(connection);
        }
    }

    /** Runs a night of new lines, all of which must become facts. */
    TimedNight night(LocalDate night) {
        home.sales("sale-1.csv", lines.csv(night));
        var timed = new TimedNight(engine, night);
        var facts = jdbc().queryForObject("SELECT COUNT(*) FROM sale WHERE business_date = ?", Long.class, night);
        if (!Long.valueOf(HistoryLines.A_DAY).equals(facts)) {
            throw new IllegalStateException(facts + " facts of the night " + night);
        }
        return timed;
    }

    private void copyNights(Connection connection, LocalDate night) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE history_day (number INT NOT NULL PRIMARY KEY, day DATE NOT NULL)");
        }
        try (var insert = connection.prepareStatement("INSERT INTO history_day VALUES (?, ?)")) {
            for (var day : days(night)) {
                insert.setLong(1, day.toEpochDay() - lines.first().toEpochDay());
                insert.setObject(2, day);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        script(connection, "bench/history-nights.sql");
    }

    private List<LocalDate> days(LocalDate night) {
        return lines.first().plusDays(1).datesUntil(night).toList();
    }

    private static void script(Connection connection, String name) {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource(name));
    }

    private void loadFacts(Connection connection) throws SQLException, IOException {
        for (var source : sources().entrySet()) {
            References.load(
                    connection,
                    new ByteArrayInputStream(lines.loadFile(source.getKey(), source.getValue())),
                    "sale",
                    References.TECHNICAL);
        }
    }

    /** The source of each day's lines, without the first day's, which are facts already. */
    private Map<LocalDate, Long> sources() {
        var sources = new TreeMap<LocalDate, Long>();
        jdbc().query(
                        "SELECT night, source_id FROM feed_source JOIN history_day ON day = night WHERE feed = 'sale' AND kind = 'FILE'",
                        row -> {
                            sources.put(row.getObject(1, LocalDate.class), row.getLong(2));
                        });
        return sources;
    }

    private static void addUp(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : List.of("outlet_day", "seller_day", "product_day", "noted_sale")) {
                statement.execute("DELETE FROM " + table);
            }
            for (var sum : References.SUMS) {
                statement.execute(sum);
            }
            script(connection, "bench/history-facts.sql");
            statement.execute("DROP TABLE history_day");
        }
    }

    JdbcTemplate jdbc() {
        return engine.work().jdbc();
    }

    @Override
    public void close() {
        engine.close();
    }
}
