package io.dayclose.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.Job.Schedule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
}
