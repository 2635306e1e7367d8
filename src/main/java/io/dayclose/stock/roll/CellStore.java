package io.dayclose.stock.roll;

import io.dayclose.stock.Cell;
import io.dayclose.stock.roll.Standing.Rolled;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How cells stood before a day: as they stand now, or, when it lies in the past, found by walking back from day to day. */
final class CellStore {
    private static final String NOW = """
            SELECT n.outlet_code, n.product_code, c.last_on, c.owned, c.owned_layers, c.consigned, c.consigned_layers
            FROM stock_asked_day n STRAIGHT_JOIN stock_cell c ON c.outlet_code = n.outlet_code AND c.product_code = n.product_code""";
    private static final String DAYS = """
            SELECT n.outlet_code, n.product_code, n.business_date, o.closing, o.layers, c.closing, c.layers, o.previous_on, o.taken_from
            FROM stock_asked_walk n
            STRAIGHT_JOIN stock_day o ON o.business_date = n.business_date AND o.outlet_code = n.outlet_code AND o.product_code = n.product_code AND o.ownership = 'OWNED'
            LEFT JOIN stock_day c ON c.business_date = n.business_date AND c.outlet_code = n.outlet_code AND c.product_code = n.product_code AND c.ownership = 'CONSIGNED'""";

    private final JdbcTemplate jdbc;
    private final Asked asked;

    CellStore(JdbcTemplate jdbc, Asked asked) {
        this.jdbc = jdbc;
        this.asked = asked;
    }

    /** Cells as they stood before a day; those that are not in the answer are new. The days that are asked for stay in their table. */
    Map<Place, Standing> before(LocalDate date, Collection<Place> places) {
        var found = new HashMap<Place, Standing>();
        var walking = new ArrayList<Asked.Of>();
        asked.fill(
                FactReader.ASKED,
                places.stream().map(place -> new Asked.Of(date, place)).toList());
        jdbc.query(NOW, row -> {
            var place = new Place(row.getString(1), row.getString(2));
            var last = row.getObject(3, LocalDate.class);
            if (last.isBefore(date)) {
                found.put(place, new Standing(last, now(row), new TreeMap<>()));
            } else {
                walking.add(new Asked.Of(last, place));
            }
        });
        walk(date, walking, found);
        return found;
    }

    private static Cell now(ResultSet row) throws SQLException {
        return new Cell(
                LayerText.shelf(row.getString(5), row.getLong(4)), LayerText.shelf(row.getString(7), row.getLong(6)));
    }

    private void walk(LocalDate date, List<Asked.Of> from, Map<Place, Standing> found) {
        var later = new HashMap<Place, TreeMap<LocalDate, Rolled>>();
        for (var step = from; !step.isEmpty(); ) {
            var next = new ArrayList<Asked.Of>();
            asked.fill("stock_asked_walk", step);
            jdbc.query(DAYS, row -> {
                var place = new Place(row.getString(1), row.getString(2));
                var day = rolled(row);
                var days = later.computeIfAbsent(place, any -> new TreeMap<>());
                if (day.date().isBefore(date)) {
                    found.put(place, new Standing(day.date(), day.cell(), days));
                    return;
                }
                days.put(day.date(), day);
                var previous = day.previous();
                if (previous == null) {
                    found.put(place, new Standing(null, Standing.fresh().cell(), days));
                } else {
                    next.add(new Asked.Of(previous, place));
                }
            });
            step = next;
        }
    }

    private static Rolled rolled(ResultSet row) throws SQLException {
        @Nullable String consigned = row.getString(7);
        return new Rolled(
                row.getObject(3, LocalDate.class),
                LayerText.shelf(row.getString(5), row.getLong(4)),
                consigned == null ? null : LayerText.shelf(consigned, row.getLong(6)),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class));
    }
}
