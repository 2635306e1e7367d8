package io.dayclose.intake.source;

import com.mysql.cj.jdbc.JdbcConnection;
import io.dayclose.config.Company.DataSourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/**
 * Runs a read-only query against somebody else's database and keeps its result as a file. From there on a query is
 * read like any file: its bytes are archived, it can be restarted, and the source is disturbed for seconds only.
 */
final class QuerySpool {
    private static final String CONNECT_TIMEOUT = "10000";
    private static final int ROWS_AT_ONCE = 1000;

    private final DataSourceSettings settings;

    QuerySpool(DataSourceSettings settings) {
        this.settings = settings;
    }

    /**
     * Writes the rows to a file, which appears whole or not at all.
     *
     * @throws SQLException when the source does not answer, or breaks off
     */
    CsvFile write(String sql, Map<String, Object> parameters, Path target) throws IOException, SQLException {
        Files.createDirectories(target.getParent());
        var partial = target.resolveSibling(target.getFileName() + ".partial");
        var csv = fetch(sql, parameters, partial);
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        return csv;
    }

    private CsvFile fetch(String sql, Map<String, Object> parameters, Path file) throws IOException, SQLException {
        try (var connection = connect();
                var statement = statement(connection, sql, parameters);
                var rows = statement.executeQuery();
                var csv = new CsvFile(file)) {
            copy(rows, new CellTexts(rows, connection instanceof JdbcConnection), csv);
            return csv;
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT);
        properties.setProperty("socketTimeout", String.valueOf(settings.timeoutSeconds() * 1000L));
        var connection = DriverManager.getConnection(settings.url(), properties);
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        return connection;
    }

    private static PreparedStatement statement(Connection connection, String sql, Map<String, Object> parameters)
            throws SQLException {
        var parsed = NamedParameterUtils.parseSqlStatement(sql);
        var source = new MapSqlParameterSource(parameters);
        var statement = prepared(connection, NamedParameterUtils.substituteNamedParameters(parsed, source));
        var values = NamedParameterUtils.buildValueArray(parsed, source, null);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** MySQL streams row by row, and is told to send texts, in UTF-8, whatever the URL says. */
    private static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        if (connection instanceof JdbcConnection mysql) {
            try (var settings = connection.createStatement()) {
                settings.execute("SET character_set_results = utf8mb4");
            }
            var statement = mysql.clientPrepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
            statement.setFetchSize(Integer.MIN_VALUE);
            return statement;
        }
        var statement = connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(ROWS_AT_ONCE);
        return statement;
    }

    private static void copy(ResultSet rows, CellTexts cells, CsvFile csv) throws SQLException, IOException {
        for (int i = 0; i < cells.count(); i++) {
            csv.cell(cells.header(i));
        }
        csv.endRow();
        while (rows.next()) {
            for (int i = 0; i < cells.count(); i++) {
                csv.cell(cells.text(i));
            }
            csv.endRow();
        }
    }
}
