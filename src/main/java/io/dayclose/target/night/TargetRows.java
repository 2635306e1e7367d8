package io.dayclose.target.night;

import io.dayclose.config.calendar.WorkingCalendar;
import io.dayclose.config.metric.Metric;
import io.dayclose.database.BulkRows;
import io.dayclose.money.Rounding;
import io.dayclose.target.Forecast;
import io.dayclose.target.ForecastError;
import io.dayclose.target.ForecastParts;
import io.dayclose.target.ForecastParts.Standing;
import io.dayclose.target.History;
import io.dayclose.target.MonthDays;
import io.dayclose.target.Parts;
import io.dayclose.target.PersonDay;
import io.dayclose.target.PersonDay.Actual;
import io.dayclose.target.Scope;
import io.dayclose.target.ToDateParts;
import io.dayclose.target.ToDateParts.Part;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that keep how everybody stands by one metric on one date. */
final class TargetRows {
    static final List<String> TABLES = List.of("target_day", "target_finding");

    private static final List<String> KEY = List.of("business_date", "metric", "scope_kind", "scope_code");

    private final LocalDate date;
    private final Metric metric;
    private final WorkingCalendar calendar;
    private final BulkRows days = table(
            TABLES.get(0),
            "decimals",
            "month_target",
            "target",
            "actual",
            "mtd_target",
            "mtd_actual",
            "needed_per_day",
            "forecast",
            "forecast_error");
    private final Map<Scope, Standing> standings = new TreeMap<>();
    private final Map<Scope, Part> parts = new TreeMap<>();
    private final Map<Scope, Open> open = new TreeMap<>();
    private final BulkRows findings = table(TABLES.get(1), "kind", "amount");

    TargetRows(LocalDate date, Metric metric, WorkingCalendar calendar) {
        this.date = date;
        this.metric = metric;
        this.calendar = calendar;
    }

    LocalDate date() {
        return date;
    }

    private static BulkRows table(String name, String... columns) {
        return new BulkRows(
                name, Stream.concat(KEY.stream(), Stream.of(columns)).toList());
    }

    private void row(BulkRows rows, Scope scope, @Nullable Object... values) {
        Stream<@Nullable Object> key =
                Stream.of(date, metric.name(), scope.kind().name(), scope.code());
        rows.add(Stream.concat(key, Stream.of(values)).toArray());
    }

    /** Somebody whose day is kept, and who stands above him. */
    record Who(Scope scope, Optional<Scope> parent) {}

    /** Somebody's day of a metric that adds up over days. */
    void add(Who who, BigDecimal target, BigDecimal monthToDate, Map<LocalDate, BigDecimal> figures) {
        int decimals = metric.unit().decimals();
        var month = MonthDays.of(YearMonth.from(date), target, calendar, decimals);
        var actual = new Actual(
                Amount.of(figures.getOrDefault(date, BigDecimal.ZERO), metric), Amount.of(monthToDate, metric));
        var day = PersonDay.on(date, month, actual, calendar);
        var history = figures.isEmpty()
                ? Optional.<History>empty()
                : Optional.of(new History(Collections.min(figures.keySet()), figures));
        var forecast = history.flatMap(known -> Forecast.at(date, known, calendar))
                .map(known -> Rounding.to(monthToDate.add(known.coming(YearMonth.from(date))), decimals));
        var error = forecast.flatMap(any -> history)
                .flatMap(known -> ForecastError.ofMonthEnds(date, known, calendar, decimals)
                        .mean());
        standings.put(who.scope(), new Standing(who.parent(), day.monthToDateActual(), forecast));
        parts.put(who.scope(), new Part(who.parent(), month.whole(), day.monthToDateTarget()));
        open.put(who.scope(), (toDate, fitted) -> new @Nullable Object[] {
            decimals,
            month.whole(),
            day.target(),
            day.actual(),
            toDate,
            day.monthToDateActual(),
            day.neededPerDay().orElse(null),
            fitted,
            error.orElse(null)
        });
    }

    /** The values of a row, from the target to date and the forecast that add up with everybody else's. */
    @FunctionalInterface
    private interface Open {
        @Nullable
        Object[] values(BigDecimal toDate, @Nullable BigDecimal forecast);
    }

    /** Writes down everybody's day, now that all are known whose figures must add up. */
    void close() {
        int decimals = metric.unit().decimals();
        var forecasts = ForecastParts.of(standings, decimals);
        var toDate = ToDateParts.of(parts, decimals);
        open.forEach((scope, row) ->
                row(days, scope, row.values(Objects.requireNonNull(toDate.get(scope)), forecasts.get(scope))));
    }

    /** Somebody's month of a metric that does not. */
    void addWhole(Scope scope, BigDecimal target, Optional<BigDecimal> monthToDate) {
        var whole = Amount.of(target, metric);
        var actual = monthToDate.map(value -> Amount.of(value, metric)).orElse(null);
        row(days, scope, metric.unit().decimals(), whole, null, null, whole, actual, null, null, null);
    }

    /** Keeps what does not add up; own targets above their parent's are told besides, in one sentence for the metric. */
    Optional<Problem> add(Map<Scope, Parts.Finding> found) {
        found.forEach((scope, finding) -> row(findings, scope, finding.kind().name(), finding.amount()));
        var over = found.entrySet().stream()
                .filter(each -> each.getValue().kind() == Parts.Kind.OVER)
                .toList();
        return over.stream()
                .findFirst()
                .map(first -> Problem.at(
                        "target",
                        Message.TARGETS_OVER,
                        metric.name(),
                        first.getKey().kind() + " " + first.getKey().code(),
                        first.getValue().amount().toPlainString(),
                        over.size()));
    }

    Stream<BulkRows> all() {
        return Stream.of(days, findings);
    }
}
