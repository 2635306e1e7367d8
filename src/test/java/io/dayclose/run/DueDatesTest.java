package io.dayclose.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.Job.Schedule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueDatesTest {
    private static DueDates nightly(String cron, String zone) {
        return new DueDates(new Schedule(cron, ZoneId.of(zone), 1, true));
    }

    @Test
    void yesterday_falls_due_in_the_night_after_it() {
        var due = nightly("0 30 1 * * *", "Asia/Shanghai");
        assertThat(due.dueAt(LocalDate.parse("2026-11-22")))
                .contains(ZonedDateTime.parse("2026-11-23T01:30+08:00[Asia/Shanghai]"));
        assertThat(due.lastDue(ZonedDateTime.parse("2026-11-23T01:29:59+08:00")))
                .contains(LocalDate.parse("2026-11-21"));
        assertThat(due.lastDue(ZonedDateTime.parse("2026-11-23T01:30:00+08:00")))
                .contains(LocalDate.parse("2026-11-22"));
    }

    @Test
    void a_night_when_clocks_change_has_exactly_one_due_time() {
        var due = nightly("0 30 2 * * *", "Europe/Berlin");
        assertThat(due.dueAt(LocalDate.parse("2026-03-28")))
                .contains(ZonedDateTime.parse("2026-03-29T03:30+02:00[Europe/Berlin]"));
        assertThat(due.dueAt(LocalDate.parse("2026-10-24")))
                .contains(ZonedDateTime.parse("2026-10-25T02:30+02:00[Europe/Berlin]"));
    }

    @Test
    void leap_day_and_year_end_are_days_like_others() {
        var due = nightly("0 30 1 * * *", "Asia/Shanghai");
        assertThat(due.after(LocalDate.parse("2028-02-28"))).contains(LocalDate.parse("2028-02-29"));
        assertThat(due.before(LocalDate.parse("2027-01-01"))).contains(LocalDate.parse("2026-12-31"));
    }

    @Test
    void a_weekly_schedule_passes_over_the_other_days() {
        var due = nightly("0 0 3 * * MON", "Asia/Shanghai");
        assertThat(due.dueAt(LocalDate.parse("2026-11-21"))).isEqualTo(Optional.empty());
        assertThat(due.before(LocalDate.parse("2026-11-22"))).contains(LocalDate.parse("2026-11-15"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"})
    void each_date_of_four_years_falls_due_once_after_the_one_before_it_whatever_clocks_do(String zone) {
        for (var cron : List.of("0 30 1 * * *", "0 30 2 * * *", "0 0 0 * * *", "59 59 23 * * *")) {
            var due = nightly(cron, zone);
            var before = ZonedDateTime.parse("2025-12-31T00:00Z");
            for (var date = LocalDate.parse("2026-01-01"); date.getYear() < 2030; date = date.plusDays(1)) {
                var at = due.dueAt(date).orElseThrow();
                assertThat(at).isAfter(before);
                assertThat(due.lastDue(at)).contains(date);
                assertThat(due.lastDue(at.minusNanos(1))).contains(date.minusDays(1));
                before = at;
            }
        }
    }
}
