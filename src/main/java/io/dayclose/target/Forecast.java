package io.dayclose.target;

import io.dayclose.config.calendar.WorkingCalendar;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What days to come will bring, from what is known at the end of a day (stock.md §4): a day's forecast = weekday mean of the
 * last 8 weeks × trend; trend = last 4 weeks ÷ the 4 before, kept within 0.5 to 2.
 *
 * <p>Single days of the calendar: what a day brought is divided by how much more it weighs than its weekday (weight ÷ weekday's
 * weight) before it enters mean and trend, and a coming day's forecast is multiplied by it, so that a holiday neither spoils
 * nor misses its weekday. A day that weighs 0 stays out of mean and trend and is forecast as 0. So does, in the past, a
 * single day of weight whose weekday weighs 0: it says nothing of usual days.
 *
 * <p>With fewer than 4 weeks of history there is no forecast. With 4 to 8 weeks the means are those of the days there are, and the
 * trend is 1, because the 4 weeks before are not whole. It is 1 too when those brought nothing or less. A weekday that has no
 * day to take the mean of is forecast from the mean of all days, by weight.
 */
public final class Forecast {
    private static final int MEAN_WEEKS = 8;
    private static final int TREND_WEEKS = 4;
    private static final int WEEK = 7;

    /** So many days up to the known one are looked at. */
    public static final int DAYS = MEAN_WEEKS * WEEK;

    private static final BigDecimal LEAST_TREND = new BigDecimal("0.5");
    private static final BigDecimal MOST_TREND = new BigDecimal("2");
    private static final MathContext EXACT = MathContext.DECIMAL128;

    private final History history;
    private final WorkingCalendar calendar;
    private final LocalDate known;
    private final List<LocalDate> past;
    private final Map<DayOfWeek, List<LocalDate>> weekdays;
    private final Map<DayOfWeek, BigDecimal> means = new EnumMap<>(DayOfWeek.class);
    private final BigDecimal trend;

    private Forecast(History history, WorkingCalendar calendar, LocalDate known) {
        this.history = history;
        this.calendar = calendar;
        this.known = known;
        this.past = days(MEAN_WEEKS);
        this.weekdays = past.stream().collect(Collectors.groupingBy(LocalDate::getDayOfWeek));
        this.trend = trendOf();
    }

    /**
     * The forecast from the figures up to a day, which must be whole.
     *
     * @return empty with fewer than 4 weeks of history
     */
    public static Optional<Forecast> at(LocalDate known, History history, WorkingCalendar calendar) {
        return at(known, history, calendar, TREND_WEEKS);
    }

    /** For trials of data too short for the rule: the same with another least number of weeks. */
    public static Optional<Forecast> at(LocalDate known, History history, WorkingCalendar calendar, int leastWeeks) {
        return history.first().isAfter(known.minusDays((long) leastWeeks * WEEK - 1))
                ? Optional.empty()
                : Optional.of(new Forecast(history, calendar, known));
    }

    /** Last 4 weeks ÷ the 4 before, within 0.5 to 2. */
    public BigDecimal trend() {
        return trend;
    }

    /** What a coming day will bring, not rounded. */
    public BigDecimal day(LocalDate day) {
        var weight = calendar.weight(day);
        if (weight.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return mean(day, weight).multiply(trend);
    }

    private BigDecimal mean(LocalDate day, BigDecimal weight) {
        var weekday = day.getDayOfWeek();
        var same = weekdays.getOrDefault(weekday, List.of());
        if (same.isEmpty()) {
            return past.isEmpty() ? BigDecimal.ZERO : part(adjusted(past), BigDecimal.ONE, weight, usual(past));
        }
        var usual = calendar.usualWeight(day);
        return weight.compareTo(usual) == 0
                ? means.computeIfAbsent(weekday, any -> mean(same, usual, usual))
                : mean(same, weight, usual);
    }

    private BigDecimal mean(List<LocalDate> same, BigDecimal weight, BigDecimal usual) {
        return part(adjusted(same), BigDecimal.valueOf(same.size()), weight, usual);
    }

    /** What a month will have brought by its end: what it has brought by the known day + Σ of its remaining days' forecasts. */
    public BigDecimal monthEnd(YearMonth month, int decimals) {
        var brought = history.between(month.atDay(1), next(month).minusDays(1));
        return Rounding.to(brought.add(coming(month)), decimals);
    }

    /** Σ of the forecasts of a month's days after the known one, not rounded. */
    public BigDecimal coming(YearMonth month) {
        var end = month.plusMonths(1).atDay(1);
        return Amounts.sum(next(month).datesUntil(end).map(this::day).toList());
    }

    /** The first day of a month that is not known, at latest the first of the next month. */
    private LocalDate next(YearMonth month) {
        var end = month.plusMonths(1).atDay(1);
        return Collections.min(List.of(end, Collections.max(List.of(month.atDay(1), known.plusDays(1)))));
    }

    private BigDecimal trendOf() {
        if (history.first().isAfter(known.minusDays(DAYS - 1))) {
            return BigDecimal.ONE;
        }
        var last = days(TREND_WEEKS);
        var before = past.subList(0, past.size() - last.size());
        var base = adjusted(before).multiply(usual(last));
        return base.signum() <= 0
                ? BigDecimal.ONE
                : adjusted(last)
                        .multiply(usual(before))
                        .divide(base, EXACT)
                        .max(LEAST_TREND)
                        .min(MOST_TREND);
    }

    /** The days of the last so many weeks that say something of usual days. */
    private List<LocalDate> days(int weeks) {
        var first = known.minusDays((long) weeks * WEEK - 1);
        return (first.isBefore(history.first()) ? history.first() : first)
                .datesUntil(known.plusDays(1))
                .filter(day -> calendar.weight(day).signum() > 0
                        && calendar.usualWeight(day).signum() > 0)
                .toList();
    }

    /** Σ of what days would have brought had each weighed what its weekday does. */
    private BigDecimal adjusted(List<LocalDate> days) {
        return Amounts.sum(days.stream()
                .map(day -> part(history.on(day), BigDecimal.ONE, calendar.usualWeight(day), calendar.weight(day)))
                .toList());
    }

    private BigDecimal usual(List<LocalDate> days) {
        return Amounts.sum(days.stream().map(calendar::usualWeight).toList());
    }

    /** Amount ÷ number × to ÷ from, exact where the division is. */
    private static BigDecimal part(BigDecimal amount, BigDecimal number, BigDecimal to, BigDecimal from) {
        if (to.compareTo(from) != 0) {
            return amount.multiply(to).divide(number.multiply(from), EXACT);
        }
        return number.equals(BigDecimal.ONE) ? amount : amount.divide(number, EXACT);
    }
}
