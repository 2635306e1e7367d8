package io.dayclose.bench;

import io.dayclose.config.calendar.WorkingCalendar;
import io.dayclose.target.Forecast;
import io.dayclose.target.ForecastError;
import io.dayclose.target.ForecastError.Trial;
import io.dayclose.target.History;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Each day of a history forecast from the days before it, beside "the same weekday last week". A day counts when both had a
 * forecast and it brought something, so that both are measured on the same days.
 */
final class ForecastTrial {
    private static final int WEEK = 7;

    private final List<Trial> ours = new ArrayList<>();
    private final List<Trial> naive = new ArrayList<>();

    ForecastTrial(History history, LocalDate last, WorkingCalendar calendar, int leastWeeks) {
        for (var day = history.first().plusDays(WEEK); !day.isAfter(last); day = day.plusDays(1)) {
            var actual = history.on(day);
            var forecast = Forecast.at(day.minusDays(1), history, calendar, leastWeeks);
            if (forecast.isPresent() && actual.signum() != 0) {
                ours.add(new Trial(forecast.get().day(day), actual));
                naive.add(new Trial(history.on(day.minusDays(WEEK)), actual));
            }
        }
    }

    static String header() {
        return "%-28s %5s %9s %9s %14s %14s"
                .formatted("", "days", "our MAPE", "naive", "ours by amount", "naive by amount");
    }

    String row(String name) {
        return "%-28s %5d %9s %9s %14s %14s"
                .formatted(name, days(), mean(ours), mean(naive), byAmount(ours), byAmount(naive));
    }

    int days() {
        return ours.size();
    }

    /** Whether ours was off by more, in the mean of percentages. */
    boolean worse() {
        return days() > 0
                && ForecastError.of(ours)
                                .mean()
                                .orElseThrow()
                                .compareTo(ForecastError.of(naive).mean().orElseThrow())
                        > 0;
    }

    private static String mean(List<Trial> trials) {
        return ForecastError.of(trials).mean().map(ForecastTrial::percent).orElse("-");
    }

    /** Σ |forecast − actual| ÷ Σ |actual|: a day of a few pounds weighs no more than it is. */
    private static String byAmount(List<Trial> trials) {
        var off = sum(trials.stream()
                .map(trial -> trial.forecast().subtract(trial.actual()).abs())
                .toList());
        var all = sum(trials.stream().map(trial -> trial.actual().abs()).toList());
        return all.signum() == 0 ? "-" : percent(off.divide(all, 4, RoundingMode.HALF_UP));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String percent(BigDecimal proportion) {
        return proportion.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
    }
}
