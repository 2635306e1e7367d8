package io.dayclose.intake.expected;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Expected;
import io.dayclose.config.feed.Expected.Every;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class DueDaysTest {
    private static DueDays due(Every every, int day, String by) {
        return new DueDays(new Expected(every, day, LocalTime.parse(by), false, false, 2, ""));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void what_is_due_by_a_time_before_noon_is_due_the_morning_after_its_business_date() {
        assertThat(due(Every.DAY, 0, "02:00").moment(date("2026-11-22"))).hasToString("2026-11-23T02:00");
        assertThat(due(Every.DAY, 0, "20:00").moment(date("2026-11-22"))).hasToString("2026-11-22T20:00");
    }

    @Test
    void the_thirty_first_of_a_shorter_month_is_its_last_day() {
        assertThat(due(Every.MONTH, 31, "10:00").between(date("2026-01-01"), date("2026-04-30")))
                .hasToString("[2026-01-31, 2026-02-28, 2026-03-31, 2026-04-30]");
    }

    @Test
    void weekly_things_are_due_on_their_weekday_only() {
        assertThat(due(Every.WEEK, 1, "10:00").between(date("2026-11-16"), date("2026-11-29")))
                .hasToString("[2026-11-16, 2026-11-23]");
    }

    @Test
    void a_file_is_meant_for_the_due_date_it_is_nearest_to() {
        var monthly = due(Every.MONTH, 3, "10:00");
        assertThat(monthly.meantFor(date("2026-11-30"))).isEqualTo("2026-12-03");
        assertThat(monthly.meantFor(date("2026-12-05"))).isEqualTo("2026-12-03");
        assertThat(monthly.meantFor(date("2026-12-19"))).isEqualTo("2027-01-03");
        assertThat(due(Every.DAY, 0, "02:00").meantFor(date("2026-11-22"))).isEqualTo("2026-11-22");
    }
}
