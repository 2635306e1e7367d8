package io.dayclose.stock.roll;

import io.dayclose.database.InList;
import io.dayclose.stock.Event.Counted;
import io.dayclose.stock.Event.Original;
import io.dayclose.stock.Event.Returned;
import io.dayclose.stock.Event.Sold;
import io.dayclose.stock.roll.Rolling.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Reads what the facts say of days of cells: sums where sums will do, lines where their order or their originals matter. */
final class FactReader {
    /** The days of cells that are asked for; who reads how they stood fills it first. */
    static final String ASKED = "stock_asked_day";

    private static final String DETAIL = "stock_asked_lines";
    private static final String SUMS = """
            SELECT n.business_date, n.outlet_code, n.product_code, p.sold_quantity, p.returned_quantity
            FROM stock_asked_day n STRAIGHT_JOIN product_day p ON p.business_date = n.business_date AND p.outlet_code = n.outlet_code AND p.product_code = n.product_code""";
    private static final String COUNTS = """
            SELECT n.business_date, n.outlet_code, n.product_code, c.count_no, c.line_no, c.counted_at, c.quantity
            FROM %s ON c.counted_on = n.business_date AND c.outlet_code = n.outlet_code AND c.product_code = n.product_code
            LEFT JOIN stock_count x ON x.count_no = c.count_no AND x.line_no = c.line_no AND x.version = c.version + 1
            WHERE x.count_no IS NULL AND %s""";
    /**
     * A return does not come before its original, whatever the clocks of two tills say. The key is forced: most lines have no original,
     * and a server that counts those as one value takes the key for a bad one and reads all lines for each return.
     */
    private static final String LINE = """
            SELECT n.business_date, n.outlet_code, n.product_code, s.doc_no, s.line_no, s.kind, s.quantity,
                   GREATEST(COALESCE(s.sold_at, CAST(s.business_date AS DATETIME)), IF(o.business_date = s.business_date AND o.sold_at IS NOT NULL, o.sold_at, CAST(s.business_date AS DATETIME))),
                   o.doc_no, o.line_no, o.business_date, o.outlet_code = n.outlet_code, o.quantity, COALESCE(t.quantity, 0), d.taken_from,
                   (SELECT COALESCE(SUM(b.quantity), 0) FROM sale b FORCE INDEX (sale_by_original)
                    LEFT JOIN sale y ON y.doc_no = b.doc_no AND y.line_no = b.line_no AND y.version = b.version + 1
                    WHERE b.original_doc_no = s.original_doc_no AND b.original_line_no = s.original_line_no AND y.doc_no IS NULL
                      AND (b.void IS NULL OR b.void <> 'Y')
                      AND (b.business_date < s.business_date OR b.business_date = s.business_date AND (b.doc_no < s.doc_no OR b.doc_no = s.doc_no AND b.line_no < s.line_no)))""";

    private static final String ORIGINAL = """
            LEFT JOIN latest_sale o ON o.doc_no = s.original_doc_no AND o.line_no = s.original_line_no
            LEFT JOIN consigned_sale t ON t.doc_no = o.doc_no AND t.line_no = o.line_no
            LEFT JOIN stock_day d ON d.business_date = o.business_date AND d.outlet_code = o.outlet_code AND d.product_code = o.product_code AND d.ownership = 'OWNED'
            """;
    private static final String LINES = LINE + """

            FROM stock_asked_lines n
            STRAIGHT_JOIN current_sale s ON s.business_date = n.business_date AND s.outlet_code = n.outlet_code AND s.product_code = n.product_code
            """ + ORIGINAL + "WHERE s.kind <> 'DISCOUNT'";
    private static final String RETURNS = LINE + """

            FROM noted_sale r
            STRAIGHT_JOIN sale s ON s.doc_no = r.doc_no AND s.line_no = r.line_no AND s.version = r.version
            STRAIGHT_JOIN stock_asked_days_back n ON n.business_date = r.business_date AND n.outlet_code = s.outlet_code AND n.product_code = s.product_code
            """ + ORIGINAL + "WHERE r.kind = 'RETURN' AND r.business_date IN (%s)";

    private final JdbcTemplate jdbc;
    private final ItemDay asked;
    private final MovementReader movements;
    private final Map<ItemDay.Of, DayFacts> facts = new HashMap<>();
    private final Set<ItemDay.Of> withReturns = new HashSet<>();

    FactReader(JdbcTemplate jdbc, ItemDay asked) {
        this.jdbc = jdbc;
        this.asked = asked;
        movements = new MovementReader(jdbc);
    }

    /**
     * Reads days, of which all that may have more than sales must stand in the table of what is asked for.
     *
     * @return nothing of a day of plain sales whose sums are known
     */
    Map<ItemDay.Of, DayFacts> read(Collection<ItemDay.Of> all, Collection<Stretch> stretches, boolean known) {
        facts.clear();
        withReturns.clear();
        var ours = new HashSet<Place>();
        stretches.stream().filter(Stretch::holdsOurs).forEach(each -> ours.add(each.place()));
        var days = FactTable.of(all);
        movements.read(days, (day, movement) -> {
            at(day).movement(movement.event(), movement.isSent());
            if (movement.isOurs()) {
                ours.add(day.place());
            }
        });
        days.query(jdbc, COUNTS, new FactTable.Of("stock_count c", "c.counted_on", "c.outlet_code"), row -> {
            var count = row.getString(4) + "/" + row.getLong(5);
            at(day(row)).counted(new Counted(count, row.getObject(6, LocalDateTime.class), row.getLong(7)));
        });
        var detail = new HashSet<ItemDay.Of>();
        for (var each : all) {
            var said = facts.get(each);
            if (ours.contains(each.place()) || said != null && said.isCounted()) {
                detail.add(each);
            }
        }
        if (known && days.dates().size() == 1) {
            stretches.forEach(each -> knownSums(each, detail));
        } else {
            jdbc.query(SUMS, row -> {
                sum(day(row), new Changed.Sums(row.getLong(4), row.getLong(5)), detail);
            });
        }
        lines(detail);
        return facts;
    }

    private DayFacts at(ItemDay.Of day) {
        return facts.computeIfAbsent(day, any -> new DayFacts());
    }

    /** Plain sales are taken from where they are known; only with more to say of the day do they stand among the facts. */
    private void knownSums(Stretch stretch, Set<ItemDay.Of> detail) {
        var sums = stretch.standing().sums();
        var day = stretch.first();
        if (sums != null && (sums.returned() != 0 || facts.containsKey(day))) {
            sum(day, sums, detail);
        }
    }

    private void sum(ItemDay.Of day, Changed.Sums sums, Set<ItemDay.Of> detail) {
        if (detail.contains(day)) {
            return;
        }
        at(day).soldInAll(sums.sold());
        if (sums.returned() != 0) {
            withReturns.add(day);
        }
    }

    private void lines(Set<ItemDay.Of> detail) {
        RowCallbackHandler line = this::line;
        if (!detail.isEmpty()) {
            asked.fill(DETAIL, detail);
            jdbc.query(LINES, line);
        }
        if (!withReturns.isEmpty()) {
            asked.fill("stock_asked_days_back", withReturns);
            var dates = withReturns.stream().map(ItemDay.Of::date).distinct().toArray();
            var marks = InList.marks(dates.length);
            jdbc.query(RETURNS.formatted(marks), line, dates);
        }
    }

    private void line(ResultSet row) throws SQLException {
        var id = row.getString(4) + "/" + row.getLong(5);
        var at = row.getObject(8, LocalDateTime.class);
        var day = at(day(row));
        if (row.getString(6).equals("SALE")) {
            day.sold(at, new Sold(id, row.getLong(7)));
        } else {
            day.returned(at, id, new Returned(row.getLong(7), original(row), row.getLong(16)));
        }
    }

    private static Optional<Original> original(ResultSet row) throws SQLException {
        return row.getString(9) == null
                ? Optional.empty()
                : Optional.of(new Original(
                        row.getString(9) + "/" + row.getLong(10),
                        row.getObject(11, LocalDate.class),
                        row.getBoolean(12),
                        row.getLong(13),
                        row.getLong(14),
                        row.getObject(15, LocalDate.class)));
    }

    static ItemDay.Of day(ResultSet row) throws SQLException {
        return new ItemDay.Of(row.getObject(1, LocalDate.class), new Place(row.getString(2), row.getString(3)));
    }
}
