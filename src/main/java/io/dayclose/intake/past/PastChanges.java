package io.dayclose.intake.past;

import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.intake.Fault;
import io.dayclose.intake.check.Presence;
import io.dayclose.organisation.OrganisationStore;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Notes the facts that would not be accepted today because of what a night's master data says of days gone by. Looks only at
 * the outlets and days with lines of those who have become absent, which the sums of days tell: no year is read for it.
 */
public final class PastChanges {
    private static final int AT_ONCE = 500;
    private static final String LINES = """
            SELECT s.doc_no, s.line_no, s.version, s.outlet_code, s.seller_code, s.kind = 'RETURN', s.business_date,
                   IF(s.kind = 'RETURN', -s.amount, s.amount), o.business_date
            FROM sale s FORCE INDEX (%s)
            LEFT JOIN sale n ON n.doc_no = s.doc_no AND n.line_no = s.line_no AND n.version = s.version + 1
            LEFT JOIN latest_sale o ON o.doc_no = s.original_doc_no AND o.line_no = s.original_line_no
            WHERE %s AND n.doc_no IS NULL AND (s.void IS NULL OR s.void <> 'Y')""";
    private static final String OF_CELLS =
            LINES.formatted("sale_by_outlet", "s.business_date = :day AND s.outlet_code IN (:codes)");
    private static final String BACK = LINES.formatted("sale_by_original", "s.original_doc_no IN (:codes)");

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final LocalDate night;

    public PastChanges(JdbcTemplate jdbc, BulkWriter bulk, LocalDate night) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.night = night;
    }

    private record Key(String document, long line) {}

    /** A line that would not be accepted. */
    private record Found(int version, BigDecimal amount, Fault fault) {}

    /** Writes them down anew; must run in a transaction, after the days are summed. */
    public void note() {
        jdbc.update("DELETE FROM unaccepted_sale WHERE night = ?", night);
        var people = changed("person");
        var outlets = changed("outlet");
        var dealers = changed("dealer");
        if (people.isEmpty() && outlets.isEmpty() && dealers.isEmpty()) {
            return;
        }
        var store = new OrganisationStore(jdbc);
        var now = store.load();
        var absences = new Absences(store.before(night), now, night);
        var cells = new TreeMap<LocalDate, Set<String>>();
        cells("seller", absences.ofSellers(people), cells);
        cells("outlet", absences.ofOutlets(outlets, dealers), cells);
        write(found(cells, new Presence(now)));
    }

    private List<String> changed(String feed) {
        return jdbc.queryForList(
                "SELECT DISTINCT " + feed + "_code FROM " + feed + " WHERE night = ?", String.class, night);
    }

    /** The outlets, by day, that have lines of those who were absent on it. */
    private void cells(String kind, Map<String, List<Absence>> absent, Map<LocalDate, Set<String>> cells) {
        var all = absent.values().stream().flatMap(List::stream).toList();
        var from = all.stream().map(Absence::from).min(LocalDate::compareTo);
        var to = all.stream().map(Absence::to).max(LocalDate::compareTo);
        var sql = "SELECT business_date, outlet_code, " + kind + "_code FROM " + kind
                + "_day WHERE business_date BETWEEN :from AND :to AND " + kind + "_code IN (:codes)";
        inParts(
                absent.keySet(),
                part -> query(sql, Map.of("from", from.orElseThrow(), "to", to.orElseThrow(), "codes", part), row -> {
                    var day = row.getObject(1, LocalDate.class);
                    if (absent.getOrDefault(row.getString(3), List.of()).stream()
                            .anyMatch(each -> each.contains(day))) {
                        cells.computeIfAbsent(day, any -> new HashSet<>()).add(row.getString(2));
                    }
                }));
    }

    /** What breaks a rule now among the lines of some cells, and among the returns of those lines. */
    private Map<Key, Found> found(Map<LocalDate, Set<String>> cells, Presence presence) {
        var found = new LinkedHashMap<Key, Found>();
        cells.forEach((day, outlets) -> inParts(
                outlets,
                part -> query(OF_CELLS, Map.of("day", day, "codes", part), row -> judge(row, presence, found))));
        var documents = new TreeSet<String>();
        found.keySet().forEach(key -> documents.add(key.document()));
        inParts(documents, part -> query(BACK, Map.of("codes", part), row -> judge(row, presence, found)));
        return found;
    }

    private static void judge(ResultSet row, Presence presence, Map<Key, Found> found) throws SQLException {
        var line = new Presence.Line(
                row.getString(4), row.getString(5), row.getBoolean(6), row.getObject(7, LocalDate.class));
        var sold = row.getObject(9, LocalDate.class);
        var fault = fault(presence, line, sold);
        if (fault.isPresent()) {
            found.put(
                    new Key(row.getString(1), row.getLong(2)),
                    new Found(row.getInt(3), row.getBigDecimal(8), fault.get()));
        }
    }

    private static Optional<Fault> fault(Presence presence, Presence.Line line, @Nullable LocalDate sold) {
        return line.isReturn() && sold != null ? presence.ofReturn(line, sold) : presence.ofItself(line);
    }

    private void write(Map<Key, Found> found) {
        var rows = new BulkRows(
                "unaccepted_sale", List.of("night", "doc_no", "line_no", "version", "reason", "code", "amount"));
        found.forEach((key, each) -> rows.add(
                night,
                key.document(),
                key.line(),
                each.version(),
                each.fault().reason().name(),
                each.fault().value(),
                each.amount()));
        if (bulk.insertNew(rows) != rows.size()) {
            throw new IllegalStateException("two runs of " + night + " met; restart the run");
        }
    }

    private void query(String sql, Map<String, ?> parameters, RowCallbackHandler use) {
        new NamedParameterJdbcTemplate(jdbc).query(sql, parameters, use);
    }

    private static void inParts(Collection<String> codes, Consumer<List<String>> use) {
        var all = new ArrayList<>(codes);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            use.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }
}
