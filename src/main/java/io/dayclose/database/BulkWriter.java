package io.dayclose.database;

import com.mysql.cj.jdbc.JdbcStatement;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Collections;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes many rows at once, the fastest way the server allows: {@code LOAD DATA LOCAL INFILE} streamed from memory, else
 * multi-row inserts. Both work inside the caller's transaction, both leave out rows whose key is already there and say
 * how many they wrote. The only class that knows which way is taken.
 */
public final class BulkWriter {
    private static final int DUPLICATE_ENTRY = 1062;
    private static final int ROWS_PER_INSERT = 500;

    /** So many rows are encoded at a time: enough to load fast, few enough to hold in memory. */
    private static final int ROWS_AT_ONCE = 20_000;

    private final StaleStatistics grown = new StaleStatistics();
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final boolean load;

    private BulkWriter(DataSource dataSource, boolean load) {
        this.dataSource = dataSource;
        jdbc = new JdbcTemplate(dataSource);
        this.load = load;
    }

    /** Asks the server once whether it takes bulk loads from a client. */
    public static BulkWriter forServer(DataSource dataSource) {
        var allowed = new JdbcTemplate(dataSource).queryForObject("SELECT @@local_infile", Integer.class);
        return new BulkWriter(dataSource, allowed != null && allowed == 1);
    }

    /** Takes multi-row inserts whatever the server allows. */
    public static BulkWriter withInserts(DataSource dataSource) {
        return new BulkWriter(dataSource, false);
    }

    public boolean loads() {
        return load;
    }

    /**
     * Inserts the rows whose key is not yet in the table.
     *
     * @return how many were inserted
     * @throws DataIntegrityViolationException when the server changed or dropped a value for any other reason
     */
    public int insertNew(BulkRows rows) {
        return rows.pieces(ROWS_AT_ONCE)
                .mapToInt(piece -> write(piece, Meeting.IGNORE))
                .sum();
    }

    /**
     * Puts rows in the place of those that have their keys.
     *
     * @throws DataIntegrityViolationException when the server changed or dropped a value
     */
    public void replace(BulkRows rows) {
        rows.pieces(ROWS_AT_ONCE).forEach(piece -> write(piece, Meeting.REPLACE));
    }

    /** Lets the server know how large the tables have become; to be called between transactions, before they are read. */
    public void countGrown() {
        grown.count(dataSource);
    }

    /** What becomes of a row whose key is already there. */
    private enum Meeting {
        IGNORE("INSERT IGNORE"),
        REPLACE("REPLACE");

        private final String insert;

        Meeting(String insert) {
            this.insert = insert;
        }
    }

    private int write(BulkRows rows, Meeting meeting) {
        grown.add(rows.table(), rows.size());
        Integer written = jdbc.execute(
                (Connection connection) -> load ? load(connection, rows, meeting) : insert(connection, rows, meeting));
        return written == null ? 0 : written;
    }

    private static int load(Connection connection, BulkRows rows, Meeting meeting) throws SQLException {
        try (var statement = connection.createStatement()) {
            var local = statement.unwrap(JdbcStatement.class);
            local.setLocalInfileInputStream(new ByteArrayInputStream(rows.encode()));
            int inserted =
                    statement.executeUpdate("LOAD DATA LOCAL INFILE 'rows' " + meeting + " INTO TABLE `" + rows.table()
                            + "` CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' "
                            + columns(rows));
            requireOnlyDuplicates(statement);
            return inserted;
        }
    }

    private static int insert(Connection connection, BulkRows rows, Meeting meeting) throws SQLException {
        int inserted = 0;
        for (var piece : rows.pieces(ROWS_PER_INSERT).toList()) {
            inserted += insertPiece(connection, piece, meeting);
        }
        return inserted;
    }

    private static int insertPiece(Connection connection, BulkRows rows, Meeting meeting) throws SQLException {
        var one = "(" + InList.marks(rows.columns()) + ")";
        var sql = meeting.insert + " INTO `" + rows.table() + "` " + columns(rows) + " VALUES "
                + String.join(", ", Collections.nCopies(rows.size(), one));
        try (var statement = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (var row : rows.rows()) {
                for (var value : row) {
                    statement.setObject(parameter++, value);
                }
            }
            int inserted = statement.executeUpdate();
            requireOnlyDuplicates(statement);
            return inserted;
        }
    }

    private static String columns(BulkRows rows) {
        return rows.columns().stream().map(column -> "`" + column + "`").collect(Collectors.joining(", ", "(", ")"));
    }

    /** An insert that ignores duplicates also bends values that do not fit; that must never pass unseen. */
    private static void requireOnlyDuplicates(Statement statement) throws SQLException {
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (warning.getErrorCode() != DUPLICATE_ENTRY) {
                throw new DataIntegrityViolationException(warning.getMessage(), warning);
            }
        }
    }
}
