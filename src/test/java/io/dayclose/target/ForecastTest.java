package io.dayclose.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.calendar.WorkingCalendar;
import io.dayclose.config.calendar.WorkingCalendar.SpecialDay;
import io.dayclose.target.ForecastError.Trial;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The forecast by hand-computed vectors. The last known day is Sunday, 15 November 2026. */
class ForecastTest {
    private static final LocalDate KNOWN = LocalDate.of(2026, 11, 15);
    private static final LocalDate MONDAY = KNOWN.plusDays(1);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    /** A history of so many days up to the known one. */
    private static History history(int days, Function<LocalDate, Integer> figure) {
        var first = KNOWN.minusDays(days - 1L);
        var figures = new HashMap<LocalDate, BigDecimal>();
        first.datesUntil(KNOWN.plusDays(1)).forEach(day -> figures.put(day, BigDecimal.valueOf(figure.apply(day))));
        return new History(first, figures);
    }

    /** The 4 weeks before the last 4 brought the one amount a day, the last 4 the other. */
    private static History turning(int before, int last) {
        return history(56, day -> day.isAfter(KNOWN.minusDays(28)) ? last : before);
    }

    private static BigDecimal forecast(History history, WorkingCalendar calendar, LocalDate day) {
        return Forecast.at(KNOWN, history, calendar).orElseThrow().day(day);
    }

    private static WorkingCalendar with(LocalDate day, String weight) {
        return new WorkingCalendar(
                Map.of(), Map.of(day, new SpecialDay(new BigDecimal(weight), true, Optional.empty())));
    }

    /** Monday 10, Tuesday 20 … Sunday 70. To date 70 + 280 + 280 = 630; to come 280 + 280 + 10 = 570. */
    @Test
    void a_month_ends_with_what_it_has_and_the_weekdays_to_come() {
        var history = history(56, day -> 10 * day.getDayOfWeek().getValue());
        assertThat(forecast(history, WorkingCalendar.EVEN, MONDAY)).isEqualByComparingTo("10");
        assertThat(forecast(history, WorkingCalendar.EVEN, MONDAY.plusDays(5))).isEqualByComparingTo("60");
        var november = Forecast.at(KNOWN, history, WorkingCalendar.EVEN).orElseThrow();
        assertThat(november.monthEnd(NOVEMBER, 2)).isEqualTo(new BigDecimal("1200.00"));
    }

    /** The weights of weekdays alone change nothing: a weekday's mean is its own. */
    @Test
    void weekdays_weights_do_not_enter_a_plain_day() {
        var history = history(56, day -> 10 * day.getDayOfWeek().getValue());
        var weekdays = new WorkingCalendar(Calendars.DELIVERED.weekdays(), Map.of());
        var november = Forecast.at(KNOWN, history, weekdays).orElseThrow();
        assertThat(november.trend()).isEqualByComparingTo("1");
        assertThat(november.monthEnd(NOVEMBER, 2)).isEqualTo(new BigDecimal("1200.00"));
    }

    /** Mean of 100 and 110 is 105, × 110 ÷ 100. */
    @Test
    void the_trend_is_the_last_four_weeks_beside_the_four_before() {
        assertThat(forecast(turning(100, 110), WorkingCalendar.EVEN, MONDAY)).isEqualByComparingTo("115.5");
    }

    @Test
    void the_trend_is_kept_within_a_half_and_two() {
        assertThat(forecast(turning(100, 300), WorkingCalendar.EVEN, MONDAY)).isEqualByComparingTo("400");
        assertThat(forecast(turning(100, 40), WorkingCalendar.EVEN, MONDAY)).isEqualByComparingTo("35");
        assertThat(forecast(turning(100, -20), WorkingCalendar.EVEN, MONDAY)).isEqualByComparingTo("20");
    }

    @Test
    void four_weeks_that_brought_nothing_or_less_give_no_trend() {
        assertThat(forecast(turning(0, 100), WorkingCalendar.EVEN, MONDAY)).isEqualByComparingTo("50");
        assertThat(forecast(turning(-10, 100), WorkingCalendar.EVEN, MONDAY)).isEqualByComparingTo("45");
        assertThat(forecast(turning(0, 0), WorkingCalendar.EVEN, MONDAY)).isZero();
    }

    @Test
    void less_than_four_weeks_of_history_give_no_forecast() {
        assertThat(Forecast.at(KNOWN, history(27, day -> 100), WorkingCalendar.EVEN))
                .isEmpty();
        assertThat(Forecast.at(KNOWN, history(28, day -> 100), WorkingCalendar.EVEN))
                .isPresent();
    }

    /** 49 days: seven of each weekday; the first three weeks 100, then 200: mean 1100 ÷ 7. */
    @Test
    void with_four_to_eight_weeks_the_mean_is_of_the_days_there_are_and_the_trend_1() {
        var history = history(49, day -> day.isAfter(KNOWN.minusDays(28)) ? 200 : 100);
        var rounded = forecast(history, WorkingCalendar.EVEN, MONDAY).setScale(4, RoundingMode.HALF_UP);
        assertThat(rounded).isEqualByComparingTo("157.1429");
    }

    /** The fair weighed 3 and brought 300: without it a Monday of 100, so the mean stays 100; the next fair weighs 1.5. */
    @Test
    void a_special_day_is_taken_for_what_its_weekday_would_have_been() {
        var fair = MONDAY.minusWeeks(2);
        var history = history(56, day -> day.equals(fair) ? 300 : 100);
        assertThat(forecast(history, with(fair, "3"), MONDAY)).isEqualByComparingTo("100");
        assertThat(forecast(history(56, day -> 100), with(MONDAY, "1.5"), MONDAY))
                .isEqualByComparingTo("150");
    }

    @Test
    void a_day_that_weighs_nothing_is_neither_counted_nor_forecast() {
        var closed = MONDAY.minusWeeks(2);
        var history = history(56, day -> day.equals(closed) ? 0 : 100);
        assertThat(forecast(history, with(closed, "0"), MONDAY)).isEqualByComparingTo("100");
        assertThat(forecast(history(56, day -> 100), with(MONDAY, "0"), MONDAY)).isZero();
    }

    /** Sundays are closed but for one fair to come, of weight 2: twice the mean of the others. */
    @Test
    void a_special_day_on_a_weekday_that_is_closed_takes_the_mean_of_all_by_weight() {
        var fair = MONDAY.plusDays(6);
        var calendar = new WorkingCalendar(
                Map.of(DayOfWeek.SUNDAY, BigDecimal.ZERO),
                Map.of(fair, new SpecialDay(new BigDecimal("2"), true, Optional.empty())));
        var history = history(56, day -> day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0 : 100);
        assertThat(forecast(history, calendar, fair)).isEqualByComparingTo("200");
        assertThat(forecast(history, calendar, fair.plusWeeks(1))).isZero();
    }

    @Test
    void a_month_that_is_over_ends_with_what_it_brought_and_the_next_is_all_forecast() {
        var forecast = Forecast.at(KNOWN, history(56, day -> 100), WorkingCalendar.EVEN)
                .orElseThrow();
        assertThat(forecast.monthEnd(YearMonth.of(2026, 10), 2)).isEqualByComparingTo("3100");
        assertThat(forecast.monthEnd(YearMonth.of(2026, 12), 2)).isEqualByComparingTo("3100");
    }

    /** Off by 10 % and by 20 %; of nothing there is no percentage. */
    @Test
    void the_error_is_the_mean_of_the_percentages() {
        assertThat(ForecastError.of(List.of(trial("110", "100"), trial("-80", "-100"), trial("5", "0"))))
                .isEqualTo(new ForecastError(Optional.of(new BigDecimal("0.1500")), 2));
        assertThat(ForecastError.of(List.of(trial("5", "0")))).isEqualTo(new ForecastError(Optional.empty(), 0));
    }

    private static Trial trial(String forecast, String actual) {
        return new Trial(new BigDecimal(forecast), new BigDecimal(actual));
    }

    /** 10 a day, and 20 on the last of October: on the 15th 310 were forecast and 320 came; ÷ 3 months. */
    @Test
    void three_months_are_forecast_again_from_the_same_day() {
        var last = LocalDate.of(2026, 10, 31);
        var history = history(200, day -> day.equals(last) ? 20 : 10);
        assertThat(ForecastError.ofMonthEnds(KNOWN, history, WorkingCalendar.EVEN, 2))
                .isEqualTo(new ForecastError(Optional.of(new BigDecimal("0.0104")), 3));
    }

    /** Four weeks before 15 October are there, before 15 September they are not. */
    @Test
    void months_without_a_forecast_do_not_count() {
        var error = ForecastError.ofMonthEnds(KNOWN, history(80, day -> 10), WorkingCalendar.EVEN, 2);
        assertThat(error).isEqualTo(new ForecastError(Optional.of(new BigDecimal("0.0000")), 1));
    }

    @Test
    void the_trend_stays_within_its_bounds_and_a_forecast_grows_with_its_history() {
        long seed = Long.getLong("target.seed", 20261126L);
        System.out.println("forecast: -Dtarget.seed=" + seed);
        var dice = new Random(seed);
        for (int time = 0; time < 1_000; time++) {
            var calendar = MonthDaysTest.calendar(dice, NOVEMBER);
            int days = 28 + dice.nextInt(60);
            var once = history(days, day -> dice.nextInt(1_000));
            var twice = history(days, day -> 2 * once.on(day).intValueExact());
            var one = Forecast.at(KNOWN, once, calendar).orElseThrow();
            var other = Forecast.at(KNOWN, twice, calendar).orElseThrow();
            assertThat(one.trend())
                    .as("seed %d, time %d", seed, time)
                    .isBetween(new BigDecimal("0.5"), new BigDecimal("2"));
            assertThat(other.monthEnd(NOVEMBER, 8))
                    .isCloseTo(one.monthEnd(NOVEMBER, 8).multiply(BigDecimal.valueOf(2)), offset());
        }
    }

    private static Offset<BigDecimal> offset() {
        return Offset.offset(new BigDecimal("0.0000001"));
    }
}
