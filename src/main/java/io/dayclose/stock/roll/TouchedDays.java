package io.dayclose.stock.roll;

import io.dayclose.phase.KeyForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The days whose facts have changed since their stock was made, and the cells of them that differ. */
final class TouchedDays {
    /** Sales count once they are summed. */
    private static final String TOUCHED = """
            SELECT DISTINCT f.business_date FROM (
                SELECT 'sale' AS feed, business_date, changes FROM summed_day
                UNION ALL SELECT feed, business_date, changes FROM fact_day WHERE feed IN ('stock_movement', 'stock_count')) f
            LEFT JOIN stocked_day s ON s.feed = f.feed AND s.business_date = f.business_date
            WHERE s.changes IS NULL OR s.changes <> f.changes ORDER BY f.business_date LIMIT 1""";

    private static final String MARK = """
            REPLACE INTO stocked_day (feed, business_date, changes)
            SELECT 'sale', business_date, changes FROM summed_day WHERE business_date = ?
            UNION ALL SELECT feed, business_date, changes FROM fact_day WHERE feed IN ('stock_movement', 'stock_count') AND business_date = ?""";
    private static final String OUTLETS = """
            SELECT outlet_code, SUM(cells) FROM (
                SELECT outlet_code, COUNT(*) AS cells FROM product_day WHERE business_date = ? GROUP BY outlet_code
                UNION ALL SELECT outlet_code, COUNT(*) FROM stock_movement WHERE business_date = ? GROUP BY outlet_code
                UNION ALL SELECT outlet_code, COUNT(*) FROM stock_count WHERE counted_on = ? GROUP BY outlet_code
                UNION ALL SELECT outlet_code, 0 FROM stock_day WHERE business_date = ? GROUP BY outlet_code) o
            GROUP BY outlet_code ORDER BY outlet_code""";
    private static final String IN = " WHERE business_date = ? AND outlet_code BETWEEN ? AND ?";
    /** Cells whose sales have changed or vanished. */
    private static final String DIFFERENT = """
            SELECT p.outlet_code, p.product_code FROM product_day p
            LEFT JOIN stock_day o ON o.business_date = p.business_date AND o.outlet_code = p.outlet_code AND o.product_code = p.product_code AND o.ownership = 'OWNED'
            LEFT JOIN stock_day c ON c.business_date = p.business_date AND c.outlet_code = p.outlet_code AND c.product_code = p.product_code AND c.ownership = 'CONSIGNED'
            WHERE p.business_date = ? AND p.outlet_code BETWEEN ? AND ? AND (COALESCE(o.sold, 0) + COALESCE(c.sold, 0) <> p.sold_quantity
                OR COALESCE(o.returned, 0) + COALESCE(c.returned, 0) <> p.returned_quantity)
            UNION SELECT o.outlet_code, o.product_code FROM stock_day o
            LEFT JOIN product_day p ON p.business_date = o.business_date AND p.outlet_code = o.outlet_code AND p.product_code = o.product_code
            WHERE o.business_date = ? AND o.outlet_code BETWEEN ? AND ? AND p.outlet_code IS NULL AND (o.sold <> 0 OR o.returned <> 0)""";
    /** All that movements or counts of the day name in any version, and all whose lines' order matters. */
    private static final String NAMED = Stream.of("stock_movement", "stock_variance", "consigned_sale", "stock_count")
            .map(table -> "SELECT outlet_code, product_code FROM " + table
                    + (table.equals("stock_count") ? IN.replace("business_date", "counted_on") : IN))
            .collect(Collectors.joining(" UNION "));

    private final JdbcTemplate jdbc;

    TouchedDays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Some outlets of a day, in the order of their codes. */
    record Piece(LocalDate date, String from, String to) {
        static final KeyForm<Piece> FORM = KeyForm.ofParts(
                piece -> List.of(piece.date().toString(), piece.from(), piece.to()),
                parts -> new Piece(LocalDate.parse(parts.get(0)), parts.get(1), parts.get(2)));
    }

    /** The oldest one; none when no day is left. */
    List<LocalDate> first() {
        return jdbc.queryForList(TOUCHED, LocalDate.class);
    }

    /** A day in pieces of so many cells at most, or of one outlet that has more. */
    List<Piece> pieces(LocalDate date, int cells) {
        var pieces = new ArrayList<Piece>();
        var open = new ArrayList<String>();
        var size = new long[1];
        jdbc.query(
                OUTLETS,
                row -> {
                    if (size[0] + row.getLong(2) > cells && !open.isEmpty()) {
                        pieces.add(new Piece(date, open.get(0), open.get(open.size() - 1)));
                        open.clear();
                        size[0] = 0;
                    }
                    open.add(row.getString(1));
                    size[0] += row.getLong(2);
                },
                date,
                date,
                date,
                date);
        if (!open.isEmpty()) {
            pieces.add(new Piece(date, open.get(0), open.get(open.size() - 1)));
        }
        return pieces;
    }

    /** The cells of a piece that do not say what its facts say. */
    Changed changed(Piece piece) {
        boolean fresh = jdbc.queryForList("SELECT 1 FROM stock_day" + IN + " LIMIT 1", Integer.class, values(piece, 1))
                .isEmpty();
        var named = new HashSet<>(places(NAMED, values(piece, 4)));
        if (!fresh) {
            named.addAll(places(DIFFERENT, values(piece, 2)));
        }
        return new Changed(named, fresh ? piece : null);
    }

    private List<Place> places(String sql, Object... values) {
        return jdbc.query(sql, (row, n) -> new Place(row.getString(1), row.getString(2)), values);
    }

    private static Object[] values(Piece piece, int times) {
        return Collections.nCopies(times, List.of(piece.date(), piece.from(), piece.to())).stream()
                .flatMap(List::stream)
                .toArray();
    }

    /** Must run in the transaction of the day's last piece or later: until then a day that is cut off is looked at again. */
    void mark(LocalDate date) {
        jdbc.update(MARK, date, date);
    }
}
