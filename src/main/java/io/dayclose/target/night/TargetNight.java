package io.dayclose.target.night;

import io.dayclose.calendar.DateSpan;
import io.dayclose.config.Home;
import io.dayclose.config.metric.Metric;
import io.dayclose.config.yaml.Nearest;
import io.dayclose.database.BulkWriter;
import io.dayclose.target.Breakdown;
import io.dayclose.target.Breakdown.Place;
import io.dayclose.target.Forecast;
import io.dayclose.target.ForecastError;
import io.dayclose.target.Scope;
import io.dayclose.target.metric.MetricStore;
import io.dayclose.target.metric.MetricValues;
import io.dayclose.target.night.TargetRows.Who;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Works out how everybody who has a target stands at the end of a day. Done again, it gives the same. */
public final class TargetNight {
    /** Months before the month whose figures share out what is left of a parent's target. */
    private static final int SHARE_MONTHS = 3;

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final Home home;
    private final MetricStore metrics;
    private final TargetStore store;
    private final CountedDays days;

    public TargetNight(JdbcTemplate jdbc, BulkWriter bulk, Home home) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.home = home;
        metrics = new MetricStore(jdbc, home);
        store = new TargetStore(jdbc);
        days = new CountedDays(jdbc, bulk, metrics);
    }

    /**
     * All metrics that have a target in the date's month; must run in a transaction.
     *
     * @return what is wrong with the targets
     */
    public List<Problem> run(LocalDate date) {
        var problems = new ArrayList<Problem>();
        TargetRows.TABLES.forEach(table -> jdbc.update("DELETE FROM " + table + " WHERE business_date = ?", date));
        var given = store.given(YearMonth.from(date));
        var below = given.isEmpty() ? List.<TargetStore.Below>of() : store.below(date);
        given.forEach((name, own) -> {
            var metric = metrics.metric(name);
            var rows = new TargetRows(date, metric, home.calendar());
            var brought = metrics.values(name, date.withDayOfMonth(1), date);
            if (metric.adds()) {
                breakDown(rows, brought, own, below).ifPresent(problems::add);
            } else {
                unknown(metric).ifPresent(problems::add);
                own.forEach((scope, target) -> rows.addWhole(scope, target, brought.of(scope)));
            }
            rows.all().forEach(bulk::insertNew);
        });
        return problems;
    }

    /** A score that nobody ever sent is more likely a metric's name mistyped. */
    private Optional<Problem> unknown(Metric metric) {
        return metric.isScore() && !store.hasScore(metric.name())
                ? Optional.of(Problem.at(
                        "target",
                        Message.NO_SUCH_METRIC,
                        metric.name(),
                        Nearest.to(metric.name(), home.metrics().keySet())))
                : Optional.empty();
    }

    private Optional<Problem> breakDown(
            TargetRows rows, MetricValues brought, Map<Scope, BigDecimal> own, List<TargetStore.Below> below) {
        var metric = brought.metric();
        var history = history(rows.date());
        days.bringUpToDate(metric, history);
        var shares = days.sums(metric, shares(rows.date()));
        var kinds = kinds(shares.keySet(), brought.values().keySet());
        var breakdown =
                Breakdown.of(places(own, below, kinds, shares), metric.unit().decimals());
        var parents = new TreeMap<Scope, Scope>();
        below.forEach(each -> parents.put(each.scope(), each.parent()));
        var open = new TreeMap<>(breakdown.targets());
        days.each(metric, history, (scope, figures) -> {
            var target = open.remove(scope);
            if (target != null) {
                rows.add(who(scope, parents), target, brought.of(scope).orElse(BigDecimal.ZERO), figures);
            }
        });
        open.forEach((scope, target) ->
                rows.add(who(scope, parents), target, brought.of(scope).orElse(BigDecimal.ZERO), Map.of()));
        rows.close();
        return rows.add(breakdown.findings());
    }

    private static Who who(Scope scope, Map<Scope, Scope> parents) {
        return new Who(scope, Optional.ofNullable(parents.get(scope)));
    }

    /** The days that forecast, its error and the shares look back to. */
    private static DateSpan history(LocalDate date) {
        int months = Math.max(SHARE_MONTHS, ForecastError.MONTHS);
        return new DateSpan(YearMonth.from(date).minusMonths(months).atDay(1).minusDays(Forecast.DAYS), date);
    }

    private static DateSpan shares(LocalDate date) {
        var month = YearMonth.from(date);
        return new DateSpan(
                month.minusMonths(SHARE_MONTHS).atDay(1), month.minusMonths(1).atEndOfMonth());
    }

    private static Set<Scope.Kind> kinds(Set<Scope> one, Set<Scope> other) {
        var kinds = new HashSet<Scope.Kind>();
        one.forEach(scope -> kinds.add(scope.kind()));
        other.forEach(scope -> kinds.add(scope.kind()));
        return kinds;
    }

    /**
     * Those who may have a target. A kind of scope that the metric has never had a figure of gets no part of anybody's target: nobody
     * is to bring what is not counted for him. Who is gone keeps what was given to him and shares in nothing.
     */
    private static List<Place> places(
            Map<Scope, BigDecimal> own,
            List<TargetStore.Below> below,
            Set<Scope.Kind> kinds,
            Map<Scope, BigDecimal> shares) {
        var places = new ArrayList<Place>();
        var alone = new TreeMap<>(own);
        for (var each : below) {
            var given = Optional.ofNullable(alone.remove(each.scope()));
            if (given.isPresent() || each.here() && kinds.contains(each.scope().kind())) {
                var share = shares.getOrDefault(each.scope(), BigDecimal.ZERO);
                places.add(new Place(each.scope(), Optional.of(each.parent()), given, share));
            }
        }
        alone.forEach((scope, target) ->
                places.add(new Place(scope, Optional.empty(), Optional.of(target), BigDecimal.ZERO)));
        return places;
    }
}
