package io.dayclose.intake.source;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.dayclose.config.Company.DataSourceSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/**
 * Runs a read-only query against somebody else's database and keeps its result as a file. From there on a query is
 * read like any file: its bytes are archived, it can be restarted, and the source is disturbed for seconds only.
 */
final class QuerySpool {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String CONNECT_TIMEOUT = "10000";

    private final DataSourceSettings settings;

    QuerySpool(DataSourceSettings settings) {
        this.settings = settings;
    }

    /**
     * Writes the rows to a file, which appears whole or not at all.
     *
     * @throws SQLException when the source does not answer, or breaks off
     */
    void write(String sql, Map<String, Object> parameters, Path target) throws IOException, SQLException {
        Files.createDirectories(target.getParent());
        var partial = target.resolveSibling(target.getFileName() + ".partial");
        try (var connection = connect();
                var statement = statement(connection, sql, parameters)) {
            try (var rows = statement.executeQuery();
                    var csv = CsvWriter.builder().build(partial)) {
                copy(rows, csv);
            }
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
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

    private PreparedStatement statement(Connection connection, String sql, Map<String, Object> parameters)
            throws SQLException {
        var parsed = NamedParameterUtils.parseSqlStatement(sql);
        var source = new MapSqlParameterSource(parameters);
        var statement = connection.prepareStatement(
                NamedParameterUtils.substituteNamedParameters(parsed, source),
                ResultSet.TYPE_FORWARD_ONLY,
                ResultSet.CONCUR_READ_ONLY);
        statement.setFetchSize(settings.url().startsWith("jdbc:mysql:") ? Integer.MIN_VALUE : 1000);
        var values = NamedParameterUtils.buildValueArray(parsed, source, null);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static void copy(ResultSet rows, CsvWriter csv) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        var cells = new String[columns];
        for (int i = 0; i < columns; i++) {
            cells[i] = rows.getMetaData().getColumnLabel(i + 1);
        }
        csv.writeRecord(cells);
        while (rows.next()) {
            for (int i = 0; i < columns; i++) {
                cells[i] = text(rows.getObject(i + 1));
            }
            csv.writeRecord(cells);
        }
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Timestamp time) {
            return TIME.format(time.toLocalDateTime());
        }
        return value instanceof LocalDateTime time ? TIME.format(time) : value.toString();
    }
}
