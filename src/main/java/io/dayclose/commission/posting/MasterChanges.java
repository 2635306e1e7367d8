package io.dayclose.commission.posting;

import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.PlanVersion.Measure;
import io.dayclose.config.plan.PlanVersion.Payee;
import io.dayclose.config.plan.PlanVersion.Trait;
import io.dayclose.config.plan.Rate;
import io.dayclose.period.ClosedMonths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Finds the days whose lines count for somebody else, or by another cost, because master data that was in force on them has
 * been corrected: only what plans ask for matters.
 */
public final class MasterChanges {
    private static final String OPEN =
            "CONCAT_WS('|', m.channel, m.branch_code, COALESCE(m.dealer_code, ''), COALESCE(m.opened_on, ''), COALESCE(m.closed_on, ''))";
    private static final String LED = "COALESCE(m.manager_code, '')";

    private final JdbcTemplate jdbc;
    private final Collection<Plan> plans;
    private final Collection<PlanVersion> versions;

    public MasterChanges(JdbcTemplate jdbc, Collection<Plan> plans) {
        this.jdbc = jdbc;
        this.plans = plans;
        versions = plans.stream().flatMap(plan -> plan.versions().stream()).toList();
    }

    /**
     * A feed of master data.
     *
     * @param sums where its codes stand in what the lines of a day come to
     * @param columns those that count for lines
     * @param monthly plans that pay by the month, and the columns that count for them
     */
    private record Feed(String name, String sums, String columns, Monthly monthly) {
        String code() {
            return name + "_code";
        }

        Feed by(String others) {
            return new Feed(name, sums, others, monthly);
        }

        /** The column of a sale with the code. */
        String ofSale() {
            return name.equals("person") ? "seller_code" : code();
        }
    }

    private record Monthly(Set<String> plans, String columns) {}

    private Monthly monthly(Predicate<PlanVersion> paying, String columns) {
        var names = plans.stream()
                .filter(plan -> plan.versions().stream().anyMatch(paying))
                .map(Plan::name)
                .collect(Collectors.toSet());
        return new Monthly(names, columns);
    }

    private static boolean follows(PlanVersion version) {
        return version.rate() instanceof Rate.Override;
    }

    /** Marks those days and remembers the rows; must run in a transaction. */
    public void follow() {
        Stream.of(
                        new Feed("outlet", "outlet_day", outletColumns(), monthly(PlanVersion::paysPerOutlet, OPEN)),
                        new Feed("person", "seller_day", personColumns(), monthly(MasterChanges::follows, LED)),
                        new Feed("product", "product_day", productColumns(), new Monthly(Set.of(), "''")))
                .forEach(this::follow);
    }

    private String outletColumns() {
        return columns(
                asks(Trait.CHANNEL, "channel"), asks(Trait.BRANCH, "branch_code"), pays(Payee.DEALER, "dealer_code"));
    }

    private String personColumns() {
        return columns(asks(Trait.ROLE, "role"), pays(Payee.MANAGER, "manager_code"));
    }

    private String productColumns() {
        return columns(
                asks(Trait.CATEGORY, "category"),
                asks(Trait.MANUFACTURER, "manufacturer"),
                asks(Trait.PRODUCT_KIND, "kind"),
                when(MasterChanges::needsCost, "standard_cost"));
    }

    private Optional<String> asks(Trait trait, String column) {
        return when(version -> version.appliesTo().containsKey(trait), column);
    }

    private Optional<String> pays(Payee payee, String column) {
        return when(
                version -> !(version.rate() instanceof Rate.Override)
                        && version.shares().stream().anyMatch(share -> share.payee() == payee),
                column);
    }

    private static boolean needsCost(PlanVersion version) {
        return version.measure().equals(Optional.of(Measure.GROSS_MARGIN))
                || version.minimum().containsKey(Measure.GROSS_MARGIN);
    }

    private Optional<String> when(Predicate<PlanVersion> asked, String column) {
        return versions.stream().anyMatch(asked) ? Optional.of(column) : Optional.empty();
    }

    @SafeVarargs
    private static String columns(Optional<String>... some) {
        var all = new ArrayList<>(List.of("''"));
        Stream.of(some)
                .flatMap(Optional::stream)
                .map(column -> "COALESCE(m." + column + ", '')")
                .forEach(all::add);
        return "CONCAT_WS('|', " + String.join(", ", all) + ")";
    }

    private void follow(Feed feed) {
        var codes = jdbc.queryForList(
                "SELECT DISTINCT m." + feed.code() + " FROM " + feed.name()
                        + " m LEFT JOIN counted_master c ON c.feed = '"
                        + feed.name() + "' AND c.code = m." + feed.code()
                        + " AND c.valid_from = m.valid_from WHERE c.version IS NULL OR c.version < m.version",
                String.class);
        if (codes.isEmpty()) {
            return;
        }
        var changed = new HashMap<String, Timelines>();
        timelines(feed, codes).forEach((code, lines) -> {
            if (lines.differ()) {
                changed.put(code, lines);
            }
        });
        if (!changed.isEmpty()) {
            markDays(feed, changed);
        }
        markMonths(feed, codes);
        jdbc.update("REPLACE INTO counted_master (feed, code, valid_from, version) SELECT '" + feed.name() + "', "
                + feed.code() + ", valid_from, MAX(version) FROM " + feed.name() + " GROUP BY " + feed.code()
                + ", valid_from");
    }

    /** Closed months in which such a code was or is something else: open ones are posted every night. */
    private void markMonths(Feed feed, List<String> codes) {
        if (feed.monthly().plans().isEmpty()) {
            return;
        }
        var all = timelines(feed.by(feed.monthly().columns()), codes).values();
        for (var month : new ClosedMonths(jdbc).taken().keySet()) {
            boolean differs = month.atDay(1)
                    .datesUntil(month.plusMonths(1).atDay(1))
                    .anyMatch(day -> all.stream().anyMatch(lines -> lines.differOn(day)));
            if (differs) {
                feed.monthly().plans().forEach(plan -> new DueGroups(jdbc).add(plan, month));
            }
        }
    }

    /** What a code was and is, by the first day of each. */
    private static final class Timelines {
        private final TreeMap<LocalDate, String> then = new TreeMap<>();
        private final TreeMap<LocalDate, String> now = new TreeMap<>();

        boolean differ() {
            return firstDifferent().isPresent();
        }

        Optional<LocalDate> firstDifferent() {
            var days = new TreeSet<>(then.keySet());
            days.addAll(now.keySet());
            return days.stream().filter(this::differOn).findFirst();
        }

        boolean differOn(LocalDate day) {
            return !Objects.equals(
                    then.floorEntry(day) == null ? null : then.floorEntry(day).getValue(),
                    now.floorEntry(day) == null ? null : now.floorEntry(day).getValue());
        }
    }

    private Map<String, Timelines> timelines(Feed feed, List<String> codes) {
        var all = new HashMap<String, Timelines>();
        query(
                "SELECT m." + feed.code() + ", m.valid_from, " + feed.columns()
                        + ", COALESCE(c.version, 0) >= m.version FROM " + feed.name()
                        + " m LEFT JOIN counted_master c ON c.feed = '" + feed.name() + "' AND c.code = m."
                        + feed.code()
                        + " AND c.valid_from = m.valid_from WHERE m." + feed.code() + " IN (:codes) ORDER BY m.version",
                codes,
                row -> {
                    var lines = all.computeIfAbsent(row.getString(1), any -> new Timelines());
                    var from = row.getObject(2, LocalDate.class);
                    lines.now.put(from, row.getString(3));
                    if (row.getBoolean(4)) {
                        lines.then.put(from, row.getString(3));
                    }
                });
        return all;
    }

    /** Days on which such a code was sold, and the days such sales were taken back on. */
    private void markDays(Feed feed, Map<String, Timelines> changed) {
        var first = changed.values().stream()
                .flatMap(lines -> lines.firstDifferent().stream())
                .min(LocalDate::compareTo)
                .orElseThrow();
        var days = new TreeSet<LocalDate>();
        RowCallbackHandler note = row -> {
            if (Objects.requireNonNull(changed.get(row.getString(1))).differOn(row.getObject(2, LocalDate.class))) {
                days.add(row.getObject(3, LocalDate.class));
            }
        };
        var from = " >= '" + first + "'";
        query(
                "SELECT DISTINCT " + feed.ofSale() + ", business_date, business_date FROM " + feed.sums()
                        + " WHERE business_date" + from + " AND " + feed.ofSale() + " IN (:codes)",
                changed.keySet(),
                note);
        query(
                "SELECT DISTINCT o." + feed.ofSale() + ", o.business_date, n.business_date FROM noted_sale n"
                        + " JOIN sale r ON r.doc_no = n.doc_no AND r.line_no = n.line_no AND r.version = n.version"
                        + " JOIN sale o ON o.doc_no = r.original_doc_no AND o.line_no = r.original_line_no"
                        + " WHERE n.kind = 'RETURN' AND n.business_date" + from + " AND o." + feed.ofSale()
                        + " IN (:codes)",
                changed.keySet(),
                note);
        days.forEach(day -> jdbc.update(
                "UPDATE measured_day SET stale = 'CORRECTION' WHERE business_date = ? AND stale = ''", day));
    }

    private void query(String sql, Collection<String> codes, RowCallbackHandler use) {
        new NamedParameterJdbcTemplate(jdbc).query(sql, Map.of("codes", codes), use);
    }
}
