package io.dayclose.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.config.calendar.WorkingCalendar;
import io.dayclose.config.calendar.WorkingCalendar.SpecialDay;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A month's target by days. */
class MonthDaysTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private static List<BigDecimal> decimals(String text) {
        return Stream.of(text.strip().split("\\s+")).map(BigDecimal::new).toList();
    }

    /**
     * November 2026 begins on a Sunday. Its weights add up to 35.7: 17 days of 1.0, 4 Fridays, 4 Saturdays, 5 Sundays. 1000 ÷ 35.7
     * cut off is 28.01, 33.61, 44.81 and 42.01: 10 fen are left, for the Saturdays (.79 fen lost), the Sundays (.68) and
     * the first Friday (.34).
     */
    @Test
    void a_thousand_over_november_2026_is_a_thousand_to_the_fen() {
        var days = MonthDays.of(NOVEMBER, new BigDecimal("1000"), Calendars.DELIVERED, 2);
        assertThat(days.days()).isEqualTo(decimals("""
                42.02
                28.01 28.01 28.01 28.01 33.62 44.82 42.02
                28.01 28.01 28.01 28.01 33.61 44.82 42.02
                28.01 28.01 28.01 28.01 33.61 44.82 42.02
                28.01 28.01 28.01 28.01 33.61 44.82 42.02
                28.01
                """));
        assertThat(days.whole()).isEqualTo(new BigDecimal("1000.00"));
        assertThat(days.on(LocalDate.of(2026, 11, 6))).isEqualTo(new BigDecimal("33.62"));
        assertThat(days.until(LocalDate.of(2026, 11, 8))).isEqualTo(new BigDecimal("274.52"));
        assertThat(days.until(LocalDate.of(2026, 11, 30))).isEqualTo(days.whole());
    }

    /** Cut off: 28, 33, 44 and 42; six pieces are left, for the four Saturdays (.82) and the first two Fridays (.61). */
    @Test
    void pieces_stay_whole() {
        assertThat(MonthDays.of(NOVEMBER, new BigDecimal("1000"), Calendars.DELIVERED, 0)
                        .days())
                .isEqualTo(decimals("""
                        42
                        28 28 28 28 34 45 42
                        28 28 28 28 34 45 42
                        28 28 28 28 33 45 42
                        28 28 28 28 33 45 42
                        28
                        """));
    }

    @Test
    void a_day_that_weighs_nothing_gets_nothing_and_a_holiday_its_own_weight() {
        var closed = new SpecialDay(BigDecimal.ZERO, false, Optional.empty());
        var fair = new SpecialDay(new BigDecimal("3"), true, Optional.empty());
        var calendar = new WorkingCalendar(
                Map.of(), Map.of(LocalDate.of(2026, 11, 1), closed, LocalDate.of(2026, 11, 2), fair));
        var days = MonthDays.of(NOVEMBER, new BigDecimal("310"), calendar, 2);
        assertThat(days.days().subList(0, 3)).isEqualTo(decimals("0.00 30.00 10.00"));
        assertThat(days.whole()).isEqualByComparingTo("310");
    }

    @Test
    void a_day_of_another_month_is_refused() {
        var days = MonthDays.of(NOVEMBER, BigDecimal.TEN, WorkingCalendar.EVEN, 2);
        assertThatThrownBy(() -> days.on(LocalDate.of(2026, 12, 1))).hasMessage("2026-12-01 must lie in 2026-11");
    }

    @Test
    void days_add_up_and_a_heavier_day_never_gets_less() {
        long seed = Long.getLong("target.seed", 20261126L);
        System.out.println("month by days: -Dtarget.seed=" + seed);
        var dice = new Random(seed);
        for (int time = 0; time < 1_000; time++) {
            var month = NOVEMBER.plusMonths(dice.nextInt(48));
            var calendar = calendar(dice, month);
            int decimals = 2 * dice.nextInt(2);
            var whole = BigDecimal.valueOf(dice.nextInt(100_000_000), decimals);
            var days = MonthDays.of(month, whole, calendar, decimals);
            assertThat(days.whole()).as("seed %d, time %d", seed, time).isEqualTo(whole);
            var weights = calendar.weights(month);
            for (int one = 0; one < weights.size(); one++) {
                for (int other = 0; other < weights.size(); other++) {
                    if (weights.get(one).compareTo(weights.get(other)) > 0) {
                        assertThat(days.days().get(one))
                                .isGreaterThanOrEqualTo(days.days().get(other));
                    }
                }
            }
        }
    }

    static WorkingCalendar calendar(Random dice, YearMonth month) {
        var weekdays = new HashMap<DayOfWeek, BigDecimal>();
        for (var day : DayOfWeek.values()) {
            weekdays.put(day, BigDecimal.valueOf(dice.nextInt(30), 1));
        }
        weekdays.put(DayOfWeek.MONDAY, BigDecimal.ONE);
        var days = new HashMap<LocalDate, SpecialDay>();
        for (int each = dice.nextInt(4); each > 0; each--) {
            var weight = BigDecimal.valueOf(dice.nextInt(40), 1);
            days.put(
                    month.atDay(1 + dice.nextInt(month.lengthOfMonth())),
                    new SpecialDay(weight, true, Optional.empty()));
        }
        return new WorkingCalendar(weekdays, days);
    }
}
