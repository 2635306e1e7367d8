package io.dayclose.target;

import io.dayclose.config.calendar.WorkingCalendar;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far off a forecast has been: the mean over its trials of |forecast − actual| ÷ |actual|, as a proportion (0.0821 is 8.21 %),
 * rounded half-up to 4 decimals. A trial whose actual is 0 has no percentage and is left out; so is one that had no forecast.
 *
 * @param mean empty when no trial is left
 * @param trials how many entered the mean
 */
public record ForecastError(Optional<BigDecimal> mean, int trials) {
    /** So many month-ends before the current month are forecast again. */
    public static final int MONTHS = 3;

    private static final int DECIMALS = 4;
    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** One forecast and what came. */
    public record Trial(BigDecimal forecast, BigDecimal actual) {}

    public static ForecastError of(List<Trial> trials) {
        var counted =
                trials.stream().filter(trial -> trial.actual().signum() != 0).toList();
        if (counted.isEmpty()) {
            return new ForecastError(Optional.empty(), 0);
        }
        var off = Amounts.sum(counted.stream().map(ForecastError::off).toList());
        var mean = off.divide(BigDecimal.valueOf(counted.size()), EXACT);
        return new ForecastError(Optional.of(Rounding.to(mean, DECIMALS)), counted.size());
    }

    private static BigDecimal off(Trial trial) {
        var difference = trial.forecast().subtract(trial.actual()).abs();
        return difference.divide(trial.actual().abs(), EXACT);
    }

    /**
     * The error printed beside a forecast of the month's end: each of the last three whole months is forecast again from what was
     * known on the same day of it (on its last day where it has no such day), and compared with what it came to. So it tells
     * what a forecast made at this point of a month was worth.
     */
    public static ForecastError ofMonthEnds(LocalDate known, History history, WorkingCalendar calendar, int decimals) {
        var trials = new ArrayList<Trial>();
        for (int back = 1; back <= MONTHS; back++) {
            var month = YearMonth.from(known).minusMonths(back);
            var then = month.atDay(Math.min(known.getDayOfMonth(), month.lengthOfMonth()));
            var actual = history.between(month.atDay(1), month.atEndOfMonth());
            Forecast.at(then, history, calendar)
                    .ifPresent(forecast -> trials.add(new Trial(forecast.monthEnd(month, decimals), actual)));
        }
        return of(trials);
    }
}
