package io.dayclose.backup;

import java.sql.Connection;
import java.sql.SQLException;

/** Of which version the tables are. */
final class Schema {
    private Schema() {}

    static String version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT version FROM flyway_schema_history WHERE success = 1 AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
