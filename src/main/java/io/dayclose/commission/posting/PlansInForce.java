package io.dayclose.commission.posting;

import io.dayclose.commission.PlanTerms;
import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.PlanVersion.LineGate;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Compares what plans say now with what the ledger has followed, and with what they said when months were closed. */
public final class PlansInForce {
    private static final String IN_FORCE = "SELECT plan, version_from, terms FROM plan_in_force";

    private final JdbcTemplate jdbc;
    private final Collection<Plan> plans;

    public PlansInForce(JdbcTemplate jdbc, Collection<Plan> plans) {
        this.jdbc = jdbc;
        this.plans = plans;
    }

    /** A version of a plan by its first day. */
    private record Version(String plan, LocalDate from) implements Comparable<Version> {
        @Override
        public int compareTo(Version other) {
            int byPlan = plan.compareTo(other.plan);
            return byPlan != 0 ? byPlan : from.compareTo(other.from);
        }
    }

    /** @throws Refusal when a version that a closed month was paid by says something else now */
    public void requireClosedMonthsKept() {
        jdbc.queryForList("SELECT month FROM closed_month ORDER BY month DESC", String.class)
                .forEach(month -> requireKept(YearMonth.parse(month)));
    }

    private void requireKept(YearMonth month) {
        var then = read("SELECT plan, version_from, terms FROM closed_plan WHERE month = ?", month.toString());
        var now = now();
        now.keySet().retainAll(usedIn(month));
        differing(then, now).stream().findFirst().ifPresent(version -> {
            throw Refusal.failed(Problem.at(
                    "jobs-config/plans/" + version.plan() + ".yml",
                    Message.PLAN_HISTORY_CHANGED,
                    version.plan(),
                    version.from(),
                    month,
                    month.plusMonths(1).atDay(1)));
        });
    }

    /** Keeps what plans said in a month that is being closed. */
    public void keep(YearMonth month) {
        now().forEach((version, terms) -> {
            if (usedIn(month).contains(version)) {
                jdbc.update(
                        "INSERT INTO closed_plan (month, plan, version_from, terms) VALUES (?, ?, ?, ?)",
                        month.toString(),
                        version.plan(),
                        version.from(),
                        terms);
            }
        });
    }

    /** The versions in force on any day of a month. */
    private Set<Version> usedIn(YearMonth month) {
        var used = new HashSet<Version>();
        for (var plan : plans) {
            plan.on(month.atDay(1)).ifPresent(version -> used.add(new Version(plan.name(), version.from())));
            plan.versions().stream()
                    .map(PlanVersion::from)
                    .filter(from -> YearMonth.from(from).equals(month))
                    .forEach(from -> used.add(new Version(plan.name(), from)));
        }
        return used;
    }

    /**
     * Notes the plans that have changed since the ledger followed them; must run in a transaction.
     *
     * @return from which day on lines may count for somebody else; empty when nothing has changed
     */
    public Optional<LocalDate> follow() {
        var then = read(IN_FORCE);
        var now = now();
        var changed = isFirstRound() ? Set.<Version>of() : differing(then, now);
        var plansChanged = new TreeSet<String>();
        changed.forEach(version -> plansChanged.add(version.plan()));
        plansChanged.addAll(
                jdbc.queryForList("SELECT DISTINCT plan FROM plan_in_force WHERE changed = 'Y'", String.class));
        jdbc.update("DELETE FROM plan_in_force");
        now.forEach((version, terms) -> insert(version, terms, plansChanged.contains(version.plan())));
        then.keySet().stream()
                .filter(version -> plansChanged.contains(version.plan()) && !now.containsKey(version))
                .filter(version ->
                        now.keySet().stream().noneMatch(each -> each.plan().equals(version.plan())))
                .forEach(version -> insert(version, then.get(version), true));
        plans.forEach(this::keepCardDays);
        return changed.stream().map(Version::from).min(LocalDate::compareTo);
    }

    /** Nothing has been posted yet that a plan could change; that no plan was known before does not say so. */
    private boolean isFirstRound() {
        return jdbc.queryForList("SELECT 1 FROM commission_round LIMIT 1", Long.class)
                .isEmpty();
    }

    /** Whether a plan has changed and the effect is not posted yet. */
    boolean hasChanged(String plan) {
        var rows = jdbc.queryForObject(
                "SELECT COUNT(*) FROM plan_in_force WHERE plan = ? AND changed = 'Y'", Long.class, plan);
        return rows != null && rows > 0;
    }

    /** Forgets that plans have changed, now that all of it is posted. */
    public void posted() {
        jdbc.update("UPDATE plan_in_force SET changed = 'N'");
        read(IN_FORCE).keySet().stream()
                .filter(version -> !now().containsKey(version))
                .forEach(version -> jdbc.update("DELETE FROM plan_in_force WHERE plan = ?", version.plan()));
    }

    private void insert(Version version, @Nullable String terms, boolean changed) {
        jdbc.update(
                "INSERT INTO plan_in_force (plan, version_from, terms, changed) VALUES (?, ?, ?, ?)",
                version.plan(),
                version.from(),
                terms,
                changed ? "Y" : "N");
    }

    /** How long lines wait for their cards, for those who chase them. */
    private void keepCardDays(Plan plan) {
        plan.versions().forEach(version -> version.gates().ofLines().stream()
                .filter(gate -> gate.kind() == LineGate.Kind.WARRANTY_CARD)
                .forEach(gate -> jdbc.update(
                        "UPDATE plan_in_force SET card_days = ? WHERE plan = ? AND version_from = ?",
                        gate.days(),
                        plan.name(),
                        version.from())));
    }

    private TreeMap<Version, String> now() {
        var now = new TreeMap<Version, String>();
        for (var plan : plans) {
            plan.versions()
                    .forEach(version -> now.put(new Version(plan.name(), version.from()), PlanTerms.of(plan, version)));
        }
        return now;
    }

    private TreeMap<Version, String> read(String sql, Object... parameters) {
        var found = new TreeMap<Version, String>();
        jdbc.query(
                sql,
                (RowCallbackHandler) row ->
                        found.put(new Version(row.getString(1), row.getObject(2, LocalDate.class)), row.getString(3)),
                parameters);
        return found;
    }

    private static Set<Version> differing(TreeMap<Version, String> then, TreeMap<Version, String> now) {
        var all = new TreeSet<>(then.keySet());
        all.addAll(now.keySet());
        all.removeIf(version -> now.containsKey(version) && now.get(version).equals(then.get(version)));
        return all;
    }
}
