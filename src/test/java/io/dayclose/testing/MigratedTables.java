package io.dayclose.testing;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables and rows that a database has once it is migrated, kept in one that no test touches. */
record MigratedTables(String original, Set<String> tables, Set<String> withRows) {

    static MigratedTables of(String original) {
        try (var connection = TestServer.connect();
                var statement = connection.createStatement()) {
            var tables = tables(statement, original);
            return new MigratedTables(original, tables, withRows(statement, original, tables));
        } catch (SQLException failed) {
            throw new IllegalStateException(original, failed);
        }
    }

    /** Makes another migrated database as this one is; fails when somebody still holds one of its tables. */
    void empty(String database) throws SQLException {
        try (var connection = TestServer.connect();
                var statement = connection.createStatement()) {
            statement.execute("SET lock_wait_timeout = 10, foreign_key_checks = 0");
            empty(statement, database);
        }
    }

    private void empty(Statement statement, String database) throws SQLException {
        var found = tables(statement, database);
        for (var table : found) {
            if (!tables.contains(table)) {
                statement.execute("DROP TABLE %s.%s".formatted(database, table));
            }
        }
        if (!found.containsAll(tables)) {
            throw new SQLException("a test dropped one of its tables");
        }
        for (var table : withRows(statement, database, tables)) {
            statement.execute("TRUNCATE TABLE %s.%s".formatted(database, table));
        }
        for (var table : withRows) {
            statement.execute("INSERT INTO %s.%s SELECT * FROM %s.%s".formatted(database, table, original, table));
        }
    }

    private static Set<String> tables(Statement statement, String database) throws SQLException {
        return new LinkedHashSet<>(list(
                statement,
                "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema = '"
                        + database + "'"));
    }

    private static Set<String> withRows(Statement statement, String database, Set<String> tables) throws SQLException {
        var each = tables.stream()
                .map(table -> "SELECT '%s' WHERE EXISTS (SELECT 1 FROM %s.%s)".formatted(table, database, table))
                .collect(Collectors.joining(" UNION ALL "));
        return new LinkedHashSet<>(list(statement, each));
    }

    private static List<String> list(Statement statement, String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
