package io.dayclose.commission.measure;

import io.dayclose.database.BulkRows;
import java.util.Arrays;
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

    /** The columns of a cell and its sums, in the order {@link CellReader} reads them. */
    public static final String SELECTED = String.join(", ", COLUMNS);

    private static final int KEYS = 9;

    /** Holds for rows that say nothing. */
    public static final String IS_NOTHING =
            "line_count = 0 AND no_cost = 0 AND net_amount = 0 AND net_quantity = 0 AND gross_margin = 0";

    private MeasureTable() {}

    /** The end of an insert that adds the sums of rows to those of cells that are there already. */
    static String added(String table, String from) {
        return List.of(COLUMNS).subList(KEYS, COLUMNS.length).stream()
                .map(column -> column + " = " + table + "." + column + " + " + from + "." + column)
                .collect(Collectors.joining(", ", "ON DUPLICATE KEY UPDATE ", ""));
    }

    /** Empty rows of a table with columns of its own before those of the cell. */
    public static BulkRows rows(String table, String... own) {
        return new BulkRows(
                table, Stream.concat(Stream.of(own), Stream.of(COLUMNS)).toList());
    }

    public static void add(BulkRows rows, Cell cell, Sums sums, Object... own) {
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
        var all = Arrays.copyOf(own, own.length + values.length);
        System.arraycopy(values, 0, all, own.length, values.length);
        rows.add(all);
    }

    /** The rows of a table that a condition selects. */
    static Map<Cell, Sums> read(JdbcTemplate jdbc, String from, Object... parameters) {
        var found = new HashMap<Cell, Sums>();
        var cells = new CellReader();
        jdbc.query(
                "SELECT " + SELECTED + " FROM " + from,
                (RowCallbackHandler) row -> found.merge(cells.cell(row), CellReader.sums(row), Sums::add),
                parameters);
        return found;
    }

    /** What has changed, by cause. */
    static BulkRows changes() {
        return rows("measure_change", "cause", "source_day");
    }
}
