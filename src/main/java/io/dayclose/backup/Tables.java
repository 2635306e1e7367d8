package io.dayclose.backup;

import io.dayclose.database.InList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tables as text: a line with the names of the columns, then one for each row, a JSON list each, bytes in base64. What the server works out
 * of other columns is not kept: nobody may write it.
 */
final class Tables {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROWS_AT_ONCE = 200;

    /** A part of a workbook alone has 4 MB, and what a server takes at once may end at 16. */
    private static final int CHARACTERS_AT_ONCE = 4_000_000;

    private static final String NAMES =
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history' ORDER BY 1";
    private static final String COLUMNS =
            "SELECT column_name, data_type LIKE '%blob' OR data_type LIKE '%binary' FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? AND COALESCE(generation_expression, '') = '' ORDER BY ordinal_position";

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    private record Column(String name, boolean isBytes) {}

    /** All but the register of migrations. */
    List<String> names() throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(NAMES)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private List<Column> columns(String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new Column(rows.getString(1), rows.getBoolean(2)));
                }
            }
        }
        return columns;
    }

    /** Writes a table and returns how many rows it has; one row is in memory at a time. */
    long write(String table, OutputStream out) throws SQLException, IOException {
        var columns = columns(table);
        line(out, columns.stream().map(Column::name).toList());
        long count = 0;
        try (var statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (var rows = statement.executeQuery("SELECT " + list(columns) + " FROM `" + table + "`")) {
                for (; rows.next(); count++) {
                    line(out, texts(rows, columns));
                }
            }
        }
        return count;
    }

    private static void line(OutputStream out, List<@Nullable String> texts) throws IOException {
        out.write(JSON.writeValueAsBytes(texts));
        out.write('\n');
    }

    private static List<@Nullable String> texts(ResultSet row, List<Column> columns) throws SQLException {
        var texts = new ArrayList<@Nullable String>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isBytes()) {
                var bytes = row.getBytes(i + 1);
                texts.add(bytes == null ? null : Base64.getEncoder().encodeToString(bytes));
            } else {
                texts.add(row.getString(i + 1));
            }
        }
        return texts;
    }

    private static String list(List<Column> columns) {
        return String.join(
                ", ", columns.stream().map(column -> "`" + column.name() + "`").toList());
    }

    /** Replaces what a table holds and returns how many rows that is; must run in a transaction. */
    long read(String table, InputStream in) throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM `" + table + "`");
        }
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        var columns = named(columns(table), JSON.readValue(reader.readLine(), String[].class));
        var some = new ArrayList<@Nullable String[]>();
        long count = 0;
        int characters = 0;
        for (var line = reader.readLine(); line != null; line = reader.readLine(), count++) {
            if (some.size() == ROWS_AT_ONCE || characters + line.length() > CHARACTERS_AT_ONCE) {
                insert(table, columns, some);
                characters = 0;
            }
            some.add(JSON.readValue(line, String[].class));
            characters += line.length();
        }
        insert(table, columns, some);
        return count;
    }

    /** The columns of the backup; others, that somebody has added to the table, get their defaults. */
    private static List<Column> named(List<Column> all, String[] names) {
        return Stream.of(names)
                .map(name -> all.stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElse(new Column(name, false)))
                .toList();
    }

    private void insert(String table, List<Column> columns, List<@Nullable String[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        var marks = "(" + InList.marks(columns) + ")";
        var sql = "INSERT INTO `" + table + "` (" + list(columns) + ") VALUES "
                + String.join(", ", Collections.nCopies(rows.size(), marks));
        try (var statement = connection.prepareStatement(sql)) {
            int at = 1;
            for (var row : rows) {
                for (int i = 0; i < columns.size(); i++, at++) {
                    if (row[i] != null && columns.get(i).isBytes()) {
                        statement.setBytes(at, Base64.getDecoder().decode(row[i]));
                    } else {
                        statement.setString(at, row[i]);
                    }
                }
            }
            statement.executeUpdate();
        }
        rows.clear();
    }
}
