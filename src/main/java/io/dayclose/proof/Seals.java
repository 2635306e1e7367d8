package io.dayclose.proof;

import io.dayclose.database.FactDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Seals what is written for good and says which seals are broken. Whoever writes seals it in the end, in a transaction; the current night's
 * parts may still grow, all others are compared before they are sealed anew.
 */
public final class Seals {
    /** How often each day of a metric was counted, and by which query; that of the night's date is counted each time. */
    private static final String COUNTED = """
            SELECT c.metric, c.business_date, c.changes * 4294967296 + CRC32(c.query_hash) AS changes FROM counted_metric_day c""";

    private static final String RECOUNTED = "SELECT n.metric, n.business_date FROM (" + COUNTED + """
            ) n LEFT JOIN sealed_day s ON s.feed = CONCAT('metric ', n.metric) AND s.business_date = n.business_date
            WHERE s.changes IS NULL OR s.changes <> n.changes OR n.business_date = ?""";
    private static final String NOTE_COUNTED =
            "REPLACE INTO sealed_day (feed, business_date, changes) SELECT CONCAT('metric ', n.metric), n.business_date, n.changes FROM ("
                    + COUNTED + ") n WHERE n.metric = ? AND n.business_date = ?";

    private static final String GONE = """
            SELECT part FROM seal s WHERE table_name = 'ledger' AND NOT EXISTS (SELECT 1 FROM ledger l
                WHERE l.business_date = CAST(LEFT(s.part, 10) AS DATE) AND l.posted_by = SUBSTRING(s.part, 12))""";

    private final JdbcTemplate jdbc;
    private final FactDays days;
    private final Parts parts;
    private final List<SealedTable> facts;

    /** @param facts the tables of facts, and of each the column that is added up */
    public Seals(JdbcTemplate jdbc, Map<String, String> facts) {
        this.jdbc = jdbc;
        days = FactDays.ofSeveral(jdbc, "sale", "sealed_day");
        parts = new Parts(jdbc);
        this.facts = new TreeMap<>(facts)
                .entrySet().stream()
                        .filter(each -> !each.getKey().equals("sale"))
                        .map(each -> SealedTable.ofFacts(each.getKey(), each.getValue()))
                        .toList();
    }

    /**
     * Seals what a night has written, facts and books.
     *
     * @return parts of other nights that are not as they were sealed
     */
    public List<Finding> sealNight(LocalDate night) {
        var broken = new ArrayList<Finding>();
        var sales = SealedTable.sales();
        for (var date : days.changed()) {
            var ofDate = "business_date = '" + date + "'";
            compare(sales, parts.sealed("sale", date + " %"), ofDate).stream()
                    .filter(finding -> !finding.what().endsWith(" " + night))
                    .forEach(broken::add);
            keep(sales, ofDate);
            days.note(date);
        }
        facts.forEach(each -> keep(each, "night = '" + night + "'"));
        sealTargets(night);
        sealBooks();
        return broken;
    }

    /** Seals what is told of a date, and every day of a metric that was counted again; must run in the transaction that writes it. */
    public void sealTargets(LocalDate night) {
        SealedTable.ofDates().forEach(each -> renew(each, night.toString(), "business_date = '" + night + "'"));
        sealMetrics(night);
    }

    private void sealMetrics(LocalDate night) {
        for (var counted : jdbc.queryForList(RECOUNTED, night)) {
            var metric = String.valueOf(counted.get("metric"));
            var date = String.valueOf(counted.get("business_date"));
            renew(
                    SealedTable.metrics(),
                    metric + " " + date,
                    "metric = '" + metric + "' AND business_date = '" + date + "'");
            jdbc.update(NOTE_COUNTED, metric, date);
        }
    }

    /** Seals a part as it is now; where nothing is left of it, no seal is. */
    private void renew(SealedTable table, String part, String which) {
        jdbc.update("DELETE FROM seal WHERE table_name = ? AND part = ?", table.name(), part);
        keep(table, which);
    }

    /** Seals what is new in the books. */
    public void sealBooks() {
        for (var table : SealedTable.books()) {
            var unsealed = "NOT EXISTS (SELECT 1 FROM seal WHERE table_name = '" + table.name() + "' AND part = "
                    + table.part() + ")";
            keep(table, unsealed);
        }
    }

    /** All seals that are broken now, and parts that were never sealed although every one must be. */
    public List<Finding> broken() {
        var broken = new ArrayList<Finding>();
        var all = new ArrayList<>(facts);
        all.add(SealedTable.sales());
        all.addAll(SealedTable.ofDates());
        all.add(SealedTable.metrics());
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

    /**
     * A posting belongs to one month or, where a round posts to several, is compared whole; one that is gone is told of every month, since
     * nothing says any more which it belonged to.
     */
    private List<Finding> brokenLedger(SealedTable table, String month) {
        var which = "business_date IN (SELECT business_date FROM (SELECT DISTINCT business_date FROM ledger WHERE '"
                + month + "' IN (posting_month, origin_month)) d)";
        var asked = parts.now(table, which).keySet();
        var gone = jdbc.queryForList(GONE, String.class);
        var sealed = parts.sealed(table.name(), "%");
        sealed.keySet().removeIf(part -> !asked.contains(part) && !gone.contains(part));
        return compare(table, sealed, which);
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
        var sealed = parts.sealed(table.name(), "%");
        var broken = compare(table, sealed, which);
        if (table.whole()) {
            parts.now(table, which).forEach((part, each) -> {
                if (!sealed.containsKey(part)) {
                    broken.add(new Finding(table.name(), part, last(part, sealed), each.text()));
                }
            });
        }
        return broken;
    }

    /** Each part is read by the columns it was sealed with: a later version of the table may have more. */
    private List<Finding> compare(SealedTable table, Map<String, Part.Sealed> sealed, String which) {
        var broken = new ArrayList<Finding>();
        var versions =
                sealed.values().stream().map(Part.Sealed::columns).distinct().toList();
        for (var columns : versions) {
            var now = parts.now(table, columns, which);
            sealed.forEach((part, was) -> {
                if (was.columns().equals(columns) && !isSame(table, part, was.part(), now)) {
                    broken.add(new Finding(table.name(), part, was.part().text(), Part.text(now.get(part))));
                }
            });
        }
        return broken;
    }

    private static boolean isSame(SealedTable table, String part, Part was, Map<String, Part> now) {
        var is = now.get(part);
        return was.equals(is) || is == null && table.whole() && isFollowed(part, now);
    }

    /** How the same row was sealed in another state. */
    private static String last(String part, Map<String, Part.Sealed> sealed) {
        var id = part.substring(0, part.indexOf(' ') + 1);
        return sealed.entrySet().stream()
                .filter(each -> each.getKey().startsWith(id))
                .map(each -> each.getKey().substring(id.length()) + " "
                        + each.getValue().part().text())
                .reduce("-", (one, later) -> later);
    }

    /** Whether the same row stands in its next state. */
    private static boolean isFollowed(String part, Map<String, Part> now) {
        var id = part.substring(0, part.indexOf(' ') + 1);
        return now.keySet().stream().anyMatch(each -> each.startsWith(id));
    }

    private void keep(SealedTable table, String which) {
        parts.keep(table, parts.now(table, which));
    }
}
