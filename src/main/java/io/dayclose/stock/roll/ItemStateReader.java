package io.dayclose.stock.roll;

import io.dayclose.stock.MonthToDate;
import io.dayclose.stock.StockItem;
import io.dayclose.stock.roll.Changed.Sums;
import io.dayclose.stock.roll.ItemState.Rolled;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** How cells stood before a day: as they stand now, or, when it lies in the past, found by walking back from day to day. */
public final class ItemStateReader {
    private static final String NOW = """
            SELECT n.outlet_code, n.product_code, c.last_on, c.owned, c.owned_layers, c.consigned, c.consigned_layers, c.sold_28, %s""".formatted(RunningColumns.of("c"));
    private static final String OF_PLACE =
            " stock_cell c ON c.outlet_code = n.outlet_code AND c.product_code = n.product_code";
    private static final String NAMED = NOW + " FROM stock_asked_day n STRAIGHT_JOIN" + OF_PLACE;
    /** With what was sold of them: one reading says both. Money that is taken off moves no goods. */
    private static final String SOLD =
            NOW + ", n.sold_quantity, n.returned_quantity FROM product_day n LEFT JOIN" + OF_PLACE
                    + " WHERE n.business_date = ? AND n.outlet_code BETWEEN ? AND ? AND (n.sold_quantity <> 0 OR n.returned_quantity <> 0)";

    private static final String DAYS = """
            SELECT n.outlet_code, n.product_code, n.business_date, o.closing, o.layers, c.closing, c.layers, o.previous_on, o.taken_from,
                   o.sold - o.returned + COALESCE(c.sold - c.returned, 0), %s
            FROM stock_asked_walk n
            STRAIGHT_JOIN stock_day o ON o.business_date = n.business_date AND o.outlet_code = n.outlet_code AND o.product_code = n.product_code AND o.ownership = 'OWNED'
            LEFT JOIN stock_day c ON c.business_date = n.business_date AND c.outlet_code = n.outlet_code AND c.product_code = n.product_code AND c.ownership = 'CONSIGNED'""".formatted(RunningColumns.of("o"));

    private final JdbcTemplate jdbc;
    private final ItemDay asked;

    ItemStateReader(JdbcTemplate jdbc, ItemDay asked) {
        this.jdbc = jdbc;
        this.asked = asked;
    }

    /**
     * Cells as they stood before a day, all that was sold of whole outlets among them; a named one that is not in the answer is new. The
     * named ones stay in the table of what is asked for.
     */
    Map<Place, ItemState> before(LocalDate date, Changed changed) {
        var cells = new Cells(date, new HashMap<>(), new HashMap<>());
        asked.fill(
                FactReader.ASKED,
                changed.named().stream()
                        .map(place -> new ItemDay.Of(date, place))
                        .toList());
        jdbc.query(NAMED, row -> {
            cells.add(row, null);
        });
        var whole = changed.whole();
        if (whole != null) {
            RowCallbackHandler sold = row -> cells.add(row, new Sums(row.getLong(16), row.getLong(17)));
            jdbc.query(SOLD, sold, date, whole.from(), whole.to());
        }
        walk(cells);
        return cells.found();
    }

    /** @param walking cells on which something has happened that day or later: found from their last one back */
    private record Cells(LocalDate date, Map<Place, ItemState> found, Map<Place, ItemState> walking) {
        void add(ResultSet row, @Nullable Sums sums) throws SQLException {
            var place = new Place(row.getString(1), row.getString(2));
            var last = row.getObject(3, LocalDate.class);
            if (last == null) {
                found.put(place, ItemState.fresh(sums));
                return;
            }
            var standing =
                    new ItemState(RunningColumns.read(row, last, 9), now(row), new TreeMap<>(), row.getLong(8), sums);
            (last.isBefore(date) ? found : walking).put(place, standing);
        }

        /** @param running what it had come to before that day */
        void foundBack(Place place, MonthToDate running, StockItem cell, NavigableMap<LocalDate, Rolled> later) {
            var now = walking.getOrDefault(place, ItemState.fresh(null));
            found.put(place, new ItemState(running, cell, later, now.sold28(), now.sums()));
        }
    }

    private static StockItem now(ResultSet row) throws SQLException {
        return new StockItem(
                LayerText.shelf(row.getString(5), row.getLong(4)), LayerText.shelf(row.getString(7), row.getLong(6)));
    }

    private void walk(Cells cells) {
        var later = new HashMap<Place, TreeMap<LocalDate, Rolled>>();
        var step = new ArrayList<ItemDay.Of>();
        cells.walking().forEach((place, now) -> step.add(new ItemDay.Of(now.lastOn(), place)));
        while (!step.isEmpty()) {
            asked.fill("stock_asked_walk", step);
            step.clear();
            jdbc.query(DAYS, row -> {
                var place = new Place(row.getString(1), row.getString(2));
                var day = rolled(row);
                var days = later.computeIfAbsent(place, any -> new TreeMap<>());
                if (day.date().isBefore(cells.date())) {
                    cells.foundBack(place, day.running(), day.cell(), days);
                    return;
                }
                days.put(day.date(), day);
                var previous = day.previous();
                if (previous == null) {
                    cells.foundBack(place, MonthToDate.none(), ItemState.nothing(), days);
                } else {
                    step.add(new ItemDay.Of(previous, place));
                }
            });
        }
    }

    private static Rolled rolled(ResultSet row) throws SQLException {
        @Nullable String consigned = row.getString(7);
        return new Rolled(
                row.getObject(3, LocalDate.class),
                LayerText.shelf(row.getString(5), row.getLong(4)),
                consigned == null ? null : LayerText.shelf(consigned, row.getLong(6)),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class),
                row.getLong(10),
                RunningColumns.read(row, row.getObject(3, LocalDate.class), 11));
    }
}
