package io.dayclose.commission.measure;

import io.dayclose.commission.Bucket;
import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.Measures;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import io.dayclose.database.BulkRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The tables that keep sums by cell: all have the same columns, and some of their own before them. */
public final class MeasureTable {
    private static final String[] COLUMNS = {
        "plan",
        "origin_month",
        "payee_kind",
        "payee_code",
        "version_from",
        "unit",
        "sold_on",
        "card_on",
        "after_close",
        "line_count",
        "no_cost",
        "net_amount",
        "net_quantity",
        "gross_margin"
    };

    /** The columns of a cell and its sums, in the order {@link #cell} and {@link #sums} read them. */
    public static final String SELECTED = String.join(", ", COLUMNS);

    private static final int KEYS = 9;

    /** The columns of a cell alone. */
    public static final String KEY = String.join(", ", List.of(COLUMNS).subList(0, KEYS));

    /** The columns of a cell and the sums of all rows of it. */
    public static final String SUMMED = KEY + ", "
            + List.of(COLUMNS).subList(KEYS, COLUMNS.length).stream()
                    .map(column -> "SUM(" + column + ") AS " + column)
                    .collect(Collectors.joining(", "));

    /** Holds for rows that say nothing. */
    public static final String IS_NOTHING =
            "line_count = 0 AND no_cost = 0 AND net_amount = 0 AND net_quantity = 0 AND gross_margin = 0";

    private MeasureTable() {}

    /** The end of an insert that adds the sums of rows to those of cells that are there already. */
    public static String added(String table, String from) {
        return List.of(COLUMNS).subList(KEYS, COLUMNS.length).stream()
                .map(column -> column + " = " + table + "." + column + " + " + from + "." + column)
                .collect(Collectors.joining(", ", "ON DUPLICATE KEY UPDATE ", ""));
    }

    /** Empty rows of a table with columns of its own before those of the cell. */
    static BulkRows rows(String table, String... own) {
        return new BulkRows(
                table, Stream.concat(Stream.of(own), Stream.of(COLUMNS)).toList());
    }

    static void add(BulkRows rows, Cell cell, Sums sums, Object... own) {
        var measures = sums.measures();
        var bucket = cell.bucket();
        var values = new Object[] {
            cell.account().plan(),
            cell.origin().toString(),
            cell.account().kind().name(),
            cell.account().code(),
            bucket.version(),
            bucket.unit(),
            bucket.soldOn(),
            bucket.cardOn(),
            bucket.afterClose() ? 1L : 0L,
            sums.lines(),
            sums.withoutCost(),
            measures.netAmount(),
            measures.netQuantity(),
            measures.grossMargin()
        };
        rows.add(Stream.concat(Stream.of(own), Stream.of(values)).toArray());
    }

    /** The cell of a row that begins with {@link #SELECTED}. */
    public static Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                new Account(row.getString(1), PayeeKind.valueOf(row.getString(3)), row.getString(4)),
                YearMonth.parse(row.getString(2)),
                new Bucket(date(row, 5), row.getString(6), date(row, 7), date(row, 8), row.getBoolean(9)));
    }

    private static LocalDate date(ResultSet row, int column) throws SQLException {
        return LocalDate.parse(row.getString(column));
    }

    public static Sums sums(ResultSet row) throws SQLException {
        return new Sums(
                row.getLong(10),
                row.getLong(11),
                new Measures(row.getBigDecimal(12), row.getBigDecimal(13), row.getBigDecimal(14)));
    }

    /** The rows of a table that a condition selects. */
    static Map<Cell, Sums> read(JdbcTemplate jdbc, String from, Object... parameters) {
        var found = new HashMap<Cell, Sums>();
        jdbc.query(
                "SELECT " + SELECTED + " FROM " + from,
                (RowCallbackHandler) row -> found.merge(cell(row), sums(row), Sums::add),
                parameters);
        return found;
    }

    /** What has changed, by cause. */
    static BulkRows changes() {
        return rows("measure_change", "cause", "source_day");
    }
}
