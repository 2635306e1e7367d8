package io.dayclose.commission.measure;

import io.dayclose.commission.measure.SoldLine.Key;
import io.dayclose.commission.measure.SoldLine.Origin;
import io.dayclose.commission.measure.SoldLine.Place;
import io.dayclose.database.Streaming;
import io.dayclose.period.IntakeMark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reads lines as they hold now, cancelled ones included: whoever counts leaves those out. A discount line counts by what each line of
 * its document bears of it, and stands for nothing itself.
 */
final class SoldLines {
    private static final int AT_ONCE = 1000;
    private static final String SELECT = """
            SELECT s.doc_no, s.line_no, s.kind = 'RETURN', s.outlet_code, s.seller_code, COALESCE(s.product_code, ''), s.quantity, s.amount, s.serial_no,
                   IF(s.kind = 'RETURN', s.original_doc_no, NULL), s.original_line_no, s.version, s.night > s.business_date, COALESCE(s.taken_in, s.source_id), s.void = 'Y' OR s.kind = 'DISCOUNT', s.business_date, s.night""";
    private static final String FROM = """
             FROM sale s %s LEFT JOIN sale n ON n.doc_no = s.doc_no AND n.line_no = s.line_no AND n.version = s.version + 1
            WHERE n.doc_no IS NULL AND %s""";
    private static final String COLUMNS = SELECT + FROM;
    private static final String OF_DAY = FROM.formatted("FORCE INDEX (sale_by_date)%s", "s.business_date = ?");

    /** The same columns of what lines bear of discounts: known since the discount line came. */
    private static final String SHARES = """
            SELECT h.doc_no, h.line_no, FALSE, h.outlet_code, h.seller_code, h.product_code, 0, h.amount, h.serial_no,
                   h.doc_no, h.borne_by, s.version, s.night > s.business_date, COALESCE(s.taken_in, s.source_id), FALSE, h.business_date, s.night%s
            FROM discount_share h JOIN sale s ON s.doc_no = h.doc_no AND s.line_no = h.line_no AND s.version = h.version%s WHERE %s""";

    private final JdbcTemplate jdbc;

    SoldLines(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A line and the day it belongs to. */
    record Dated(SoldLine line, LocalDate day) {}

    /** The lines of a day, one after the other: as many as there are, never in memory together. */
    void ofDay(LocalDate day, Consumer<SoldLine> use) {
        stream(SELECT + OF_DAY.formatted(""), row -> use.accept(line(row)), day);
        stream(SHARES.formatted("", "", "h.business_date = ?"), row -> use.accept(line(row)), day);
    }

    /** The same, each with the day on which the card of its serial number was counted, null when none was. */
    void ofDayWithCards(LocalDate day, BiConsumer<SoldLine, @Nullable LocalDate> use) {
        RowCallbackHandler each = row -> use.accept(line(row), row.getObject(18, LocalDate.class));
        var card = " LEFT JOIN counted_card c ON c.serial_no = ";
        stream(SELECT + ", c.returned_on" + OF_DAY.formatted(card + "s.serial_no"), each, day);
        stream(SHARES.formatted(", c.returned_on", card + "h.serial_no", "h.business_date = ?"), each, day);
    }

    private void stream(String sql, RowCallbackHandler use, LocalDate day) {
        var streaming = Streaming.of(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.query(sql, use, day);
    }

    /** Lines by their keys. */
    Map<Key, Dated> byKey(Collection<Key> keys) {
        return found(documents(keys), "s.doc_no", "");
    }

    /** The lines of some outlets over the days of a month. */
    List<Dated> ofOutlets(Collection<String> outlets, YearMonth month) {
        var days = month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
        var found = new ArrayList<Dated>();
        var where = "%1$s.business_date IN (:days) AND %1$s.outlet_code IN (:codes)";
        var own = COLUMNS.formatted("FORCE INDEX (sale_by_outlet)", where.formatted("s"));
        var shares = SHARES.formatted("", "", where.formatted("h"));
        inParts(outlets, part -> List.of(own, shares).forEach(sql -> new NamedParameterJdbcTemplate(jdbc)
                .query(sql, Map.of("codes", part, "days", days), row -> {
                    found.add(new Dated(line(row), row.getObject(16, LocalDate.class)));
                })));
        return found;
    }

    /** What lines with some serial numbers bear of discounts. */
    List<Dated> sharesOf(Collection<String> serials) {
        return new NamedParameterJdbcTemplate(jdbc)
                .query(
                        SHARES.formatted("", "", "h.serial_no IN (:codes)"),
                        Map.of("codes", serials),
                        (row, n) -> new Dated(line(row), row.getObject(16, LocalDate.class)));
    }

    /** The sales of some serial numbers. */
    Collection<Dated> ofSerials(Collection<String> serials) {
        return found(serials, "s.serial_no", " AND s.kind = 'SALE'").values();
    }

    /** The returns that name some lines as their originals. */
    List<Dated> returnsOf(Set<Key> originals) {
        return found(documents(originals), "s.original_doc_no", " AND s.kind = 'RETURN'").values().stream()
                .filter(each ->
                        !each.line().isVoid() && originals.contains(each.line().original()))
                .toList();
    }

    /** When lines were first taken that were corrected since. */
    Map<Key, IntakeMark> firstTaken(List<SoldLine> corrected) {
        var found = new HashMap<Key, IntakeMark>();
        inParts(
                corrected.stream().map(line -> line.key().document()).distinct().toList(),
                part -> new NamedParameterJdbcTemplate(jdbc)
                        .query(
                                "SELECT doc_no, line_no, night, COALESCE(taken_in, source_id) FROM sale WHERE version = 1 AND doc_no IN (:codes)",
                                Map.of("codes", part),
                                (RowCallbackHandler) row -> found.put(
                                        new Key(row.getString(1), row.getLong(2)),
                                        new IntakeMark(row.getObject(3, LocalDate.class), row.getLong(4)))));
        return found;
    }

    private static Set<String> documents(Collection<Key> keys) {
        return keys.stream().map(Key::document).collect(Collectors.toSet());
    }

    private Map<Key, Dated> found(Collection<String> codes, String column, String besides) {
        var found = new HashMap<Key, Dated>();
        inParts(codes, part -> read(column + " IN (:codes)" + besides, part)
                .forEach(each -> found.put(each.line().key(), each)));
        return found;
    }

    static <T> void inParts(Collection<T> all, Consumer<List<T>> use) {
        var list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += AT_ONCE) {
            use.accept(list.subList(from, Math.min(list.size(), from + AT_ONCE)));
        }
    }

    private List<Dated> read(String where, List<String> codes) {
        return new NamedParameterJdbcTemplate(jdbc)
                .query(
                        COLUMNS.formatted("", where),
                        Map.of("codes", codes),
                        (row, n) -> new Dated(line(row), row.getObject(16, LocalDate.class)));
    }

    private SoldLine line(ResultSet row) throws SQLException {
        var original = row.getString(10);
        return new SoldLine(
                new Key(row.getString(1), row.getLong(2)),
                row.getBoolean(3),
                new Place(row.getString(4), row.getString(5), row.getString(6)),
                row.getLong(7),
                row.getBigDecimal(8).unscaledValue().longValueExact(),
                row.getString(9),
                original == null ? null : new Key(original, row.getLong(11)),
                new Origin(
                        row.getInt(12),
                        row.getBoolean(13),
                        new IntakeMark(row.getObject(17, LocalDate.class), row.getLong(14))),
                row.getBoolean(15));
    }
}
