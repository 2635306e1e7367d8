package io.dayclose.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.calendar.WorkingCalendar;
import io.dayclose.config.calendar.WorkingCalendar.SpecialDay;
import io.dayclose.target.PersonDay.Actual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Target, actual, gap and what is still needed, by hand. */
class PersonDayTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final MonthDays THOUSAND = MonthDays.of(NOVEMBER, new BigDecimal("1000"), Calendars.DELIVERED, 2);

    private static LocalDate november(int day) {
        return LocalDate.of(2026, 11, day);
    }

    private static PersonDay on(int day, String actual, String monthToDate) {
        return PersonDay.on(
                november(day),
                THOUSAND,
                new Actual(new BigDecimal(actual), new BigDecimal(monthToDate)),
                Calendars.DELIVERED);
    }

    /** After Wednesday the 25th 6.3 of the weights are left: 1.0, 1.2, 1.6, 1.5, 1.0; 126 are missing, so 20 for each 1.0. */
    @Test
    void behind_by_a_gap_the_remaining_days_need_more_by_their_weights() {
        var state = on(25, "30.00", "874.00");
        assertThat(state.target()).isEqualByComparingTo("28.01");
        assertThat(state.actual()).isEqualByComparingTo("30");
        assertThat(state.monthToDateTarget()).isEqualByComparingTo("823.53");
        assertThat(state.gap()).isEqualByComparingTo("50.47");
        assertThat(state.needed())
                .isEqualTo(Map.of(
                        november(26), new BigDecimal("20.00"),
                        november(27), new BigDecimal("24.00"),
                        november(28), new BigDecimal("32.00"),
                        november(29), new BigDecimal("30.00"),
                        november(30), new BigDecimal("20.00")));
        assertThat(state.neededPerDay()).contains(new BigDecimal("20.00"));
    }

    @Test
    void the_gap_is_below_zero_for_those_behind() {
        assertThat(on(1, "40.00", "40.00").gap()).isEqualByComparingTo("-2.02");
    }

    @Test
    void a_target_that_is_reached_needs_nothing() {
        assertThat(on(29, "0", "1000.01").neededPerDay()).contains(new BigDecimal("0.00"));
        assertThat(on(29, "0", "1000").neededPerDay()).contains(new BigDecimal("0.00"));
        assertThat(on(29, "0", "999.99").neededPerDay()).contains(new BigDecimal("0.01"));
    }

    @Test
    void on_the_last_day_no_day_is_left() {
        assertThat(on(30, "0", "900").neededPerDay()).isEmpty();
    }

    @Test
    void a_day_that_weighs_nothing_is_no_remaining_day() {
        var closed = new SpecialDay(BigDecimal.ZERO, false, Optional.empty());
        var calendar = new WorkingCalendar(Map.of(), Map.of(november(30), closed));
        var days = MonthDays.of(NOVEMBER, new BigDecimal("290"), calendar, 2);
        var actual = new Actual(BigDecimal.ZERO, BigDecimal.ZERO);
        assertThat(PersonDay.on(november(29), days, actual, calendar).neededPerDay())
                .isEmpty();
        assertThat(PersonDay.on(november(28), days, actual, calendar).needed())
                .isEqualTo(Map.of(november(29), new BigDecimal("290.00")));
    }

    @Test
    void what_the_days_need_adds_up_to_what_is_missing() {
        long seed = Long.getLong("target.seed", 20261126L);
        System.out.println("needed: -Dtarget.seed=" + seed);
        var dice = new Random(seed);
        for (int time = 0; time < 1_000; time++) {
            var month = NOVEMBER.plusMonths(dice.nextInt(48));
            var calendar = MonthDaysTest.calendar(dice, month);
            var whole = BigDecimal.valueOf(dice.nextInt(10_000_000), 2);
            var brought = BigDecimal.valueOf(dice.nextInt(10_000_000) - 1_000_000, 2);
            var day = month.atDay(1 + dice.nextInt(month.lengthOfMonth()));
            var state = PersonDay.on(
                    day, MonthDays.of(month, whole, calendar, 2), new Actual(BigDecimal.ZERO, brought), calendar);
            var missing = whole.subtract(brought).max(BigDecimal.ZERO);
            assertThat(Amounts.sum(state.needed().values()))
                    .as("seed %d, time %d", seed, time)
                    .isEqualByComparingTo(state.needed().isEmpty() ? BigDecimal.ZERO : missing);
            assertThat(state.needed().keySet())
                    .allMatch(each -> calendar.weight(each).signum() > 0);
        }
    }
}
