package io.dayclose.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Seals what is written for good and says which seals are broken. Whoever writes seals it in the end, in a transaction; the current night's
 * parts may still grow, all others are compared before they are sealed anew.
 */
public final class Seals {
    private static final String TOUCHED = """
            SELECT f.business_date FROM fact_day f LEFT JOIN sealed_day s ON s.feed = f.feed AND s.business_date = f.business_date
            WHERE f.feed = 'sale' AND (s.changes IS NULL OR s.changes <> f.changes) ORDER BY 1""";
    private static final String NOTE = """
            REPLACE INTO sealed_day (feed, business_date, changes) SELECT feed, business_date, changes FROM fact_day WHERE feed = 'sale' AND business_date = ?""";

    private final JdbcTemplate jdbc;
    private final List<SealedTable> facts;

    /** Of all tables, asked once: a server takes milliseconds to answer for each of them. */
    private final Map<String, List<String>> columns = new TreeMap<>();

    /** @param facts the tables of facts, and of each the column that is added up */
    public Seals(JdbcTemplate jdbc, Map<String, String> facts) {
        this.jdbc = jdbc;
        this.facts = new TreeMap<>(facts)
                .entrySet().stream()
                        .filter(each -> !each.getKey().equals("sale"))
                        .map(each -> SealedTable.ofFacts(each.getKey(), each.getValue()))
                        .toList();
    }

    /** A part as it is. */
    private record Part(long rows, String total, String digest) {
        String text() {
            return rows + " × " + total + " #" + digest;
        }
    }

    /**
     * Seals what a night has written, facts and books.
     *
     * @return parts of other nights that are not as they were sealed
     */
    public List<Finding> sealNight(LocalDate night) {
        var broken = new ArrayList<Finding>();
        var sales = SealedTable.sales();
        for (var date : jdbc.queryForList(TOUCHED, LocalDate.class)) {
            var now = parts(sales, columns(sales), "business_date = '" + date + "'");
            compare(sales, sealed("sale", date + " %"), now).stream()
                    .filter(finding -> !finding.what().endsWith(" " + night))
                    .forEach(broken::add);
            keep(sales, now);
            jdbc.update(NOTE, date);
        }
        facts.forEach(each -> keep(each, parts(each, columns(each), "night = '" + night + "'")));
        sealBooks();
        return broken;
    }

    /** Seals what is new in the books. */
    public void sealBooks() {
        for (var table : SealedTable.books()) {
            var unsealed = "NOT EXISTS (SELECT 1 FROM seal WHERE table_name = '" + table.name() + "' AND part = CONCAT("
                    + table.part() + "))";
            keep(table, parts(table, columns(table), unsealed));
        }
    }

    /** All seals that are broken now, and parts that were never sealed although every one must be. */
    public List<Finding> broken() {
        var broken = new ArrayList<Finding>();
        var all = new ArrayList<>(facts);
        all.add(SealedTable.sales());
        all.addAll(SealedTable.books());
        all.forEach(table -> broken.addAll(broken(table, "TRUE")));
        return broken;
    }

    /** The same of the ledger of one month, and of what it was settled by. */
    public List<Finding> brokenOf(String month) {
        var broken = new ArrayList<Finding>();
        for (var table : SealedTable.books()) {
            switch (table.name()) {
                case "ledger" -> broken.addAll(brokenLedger(table, month));
                case "decision" -> broken.addAll(broken(table, "TRUE"));
                default -> {
                    // it is not what the month is paid by
                }
            }
        }
        return broken;
    }

    /** A posting belongs to one month or, where a round posts to several, is compared whole. */
    private List<Finding> brokenLedger(SealedTable table, String month) {
        return broken(
                table,
                "business_date IN (SELECT business_date FROM (SELECT DISTINCT business_date FROM ledger WHERE '" + month
                        + "' IN (posting_month, origin_month)) d)");
    }

    /** Decisions that are not as they were sealed, or stand in a state that nobody has sealed. New ones are no findings. */
    public List<Finding> brokenDecisions() {
        return SealedTable.books().stream()
                .filter(SealedTable::whole)
                .flatMap(table -> broken(table, "TRUE").stream())
                .filter(finding -> !finding.expected().equals("-"))
                .toList();
    }

    private List<Finding> broken(SealedTable table, String which) {
        var sealed = sealed(table.name(), "%");
        var columns = columns(table);
        var now = parts(table, columns, which);
        if (!which.equals("TRUE")) {
            var dates = now.keySet().stream().map(part -> part.substring(0, 10)).collect(Collectors.toSet());
            sealed.keySet().removeIf(part -> part.length() < 10 || !dates.contains(part.substring(0, 10)));
        }
        var broken = compare(table, sealed, now);
        if (table.whole()) {
            now.forEach((part, each) -> {
                if (!sealed.containsKey(part)) {
                    broken.add(new Finding(table.name(), part, last(part, sealed), each.text()));
                }
            });
        }
        return broken;
    }

    private static List<Finding> compare(SealedTable table, Map<String, Part> sealed, Map<String, Part> now) {
        var broken = new ArrayList<Finding>();
        sealed.forEach((part, was) -> {
            var is = now.get(part);
            if (!was.equals(is) && !(is == null && table.whole() && isFollowed(part, now))) {
                broken.add(new Finding(table.name(), part, was.text(), is == null ? "-" : is.text()));
            }
        });
        return broken;
    }

    /** How the same row was sealed in another state. */
    private static String last(String part, Map<String, Part> sealed) {
        var id = part.substring(0, part.indexOf(' ') + 1);
        return sealed.entrySet().stream()
                .filter(each -> each.getKey().startsWith(id))
                .map(each -> each.getKey().substring(id.length()) + " "
                        + each.getValue().text())
                .reduce("-", (one, later) -> later);
    }

    /** Whether the same row stands in its next state. */
    private static boolean isFollowed(String part, Map<String, Part> now) {
        var id = part.substring(0, part.indexOf(' ') + 1);
        return now.keySet().stream().anyMatch(each -> each.startsWith(id));
    }

    private Map<String, Part> sealed(String table, String parts) {
        var sealed = new LinkedHashMap<String, Part>();
        jdbc.query(
                "SELECT part, row_count, total, digest FROM seal WHERE table_name = ? AND part LIKE ? ORDER BY part",
                row -> {
                    sealed.put(row.getString(1), part(row.getLong(2), row.getBigDecimal(3), row.getString(4)));
                },
                table,
                parts);
        return sealed;
    }

    /** The parts of a table as they are. The digest does not depend on the order of rows. */
    private Map<String, Part> parts(SealedTable table, List<String> columns, String which) {
        var text = columns.stream()
                .map(column -> "COALESCE(" + column + ", '\\N')")
                .collect(Collectors.joining(", ", "CONCAT_WS('\\t', ", ")"));
        var sql =
                "SELECT CONCAT(%s), COUNT(*), COALESCE(SUM(%s), 0), SUM(CRC32(%s)) FROM %s WHERE (%s) AND (%s) GROUP BY 1 ORDER BY 1"
                        .formatted(table.part(), table.total(), text, table.name(), table.only(), which);
        var parts = new LinkedHashMap<String, Part>();
        jdbc.query(sql, row -> {
            parts.put(row.getString(1), part(row.getLong(2), row.getBigDecimal(3), row.getString(4)));
        });
        return parts;
    }

    private static Part part(long rows, BigDecimal total, String digest) {
        return new Part(rows, total.stripTrailingZeros().toPlainString(), digest);
    }

    private List<String> columns(SealedTable table) {
        if (columns.isEmpty()) {
            jdbc.query(
                    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position",
                    row -> {
                        columns.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                                .add(row.getString(2));
                    });
        }
        return columns.getOrDefault(table.name(), List.of()).stream()
                .filter(column -> !table.without().contains(column))
                .toList();
    }

    private void keep(SealedTable table, Map<String, Part> parts) {
        var columns = String.join(" ", columns(table));
        parts.forEach((part, each) -> jdbc.update(
                "REPLACE INTO seal (table_name, part, row_count, total, digest, of_columns, sealed_at) VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP())",
                table.name(),
                part,
                each.rows(),
                each.total(),
                each.digest(),
                columns));
    }
}
