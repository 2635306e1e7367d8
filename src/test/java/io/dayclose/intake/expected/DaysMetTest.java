package io.dayclose.intake.expected;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.feed.Expected;
import io.dayclose.config.feed.Expected.Every;
import io.dayclose.intake.expected.DaysMet.Came;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which due days what came has met. */
class DaysMetTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-11-16");

    private static List<LocalDate> owed(Every every, int day, Came... came) {
        var due = new DueDays(new Expected(every, day, LocalTime.of(9, 0), false, false, 2, ""));
        var days = due.between(FIRST, LocalDate.parse("2026-12-07"));
        var met = new DaysMet(due, days);
        List.of(came).forEach(met::count);
        return days.stream().filter(each -> !met.isMet("", each)).toList();
    }

    private static Came file(String night) {
        return new Came("", Optional.empty(), LocalDate.parse(night), false);
    }

    private static Came dated(String date) {
        return new Came("", Optional.of(LocalDate.parse(date)), LocalDate.parse(date), false);
    }

    @Test
    void a_file_without_a_date_meets_the_oldest_day_owed_however_late_it_comes() {
        assertThat(owed(Every.WEEK, 1, file("2026-11-20"), file("2026-11-23"), file("2026-12-04")))
                .hasToString("[2026-12-07]");
        assertThat(owed(Every.DAY, 0, file("2026-11-17"), file("2026-11-17"))).hasSize(20);
    }

    @Test
    void a_dated_file_is_late_for_the_last_due_day_before_it_is_early_for_the_next() {
        assertThat(owed(Every.WEEK, 1, dated("2026-11-20"))).doesNotContain(LocalDate.parse("2026-11-16"));
        assertThat(owed(Every.WEEK, 1, dated("2026-11-16"), dated("2026-11-22")))
                .hasToString("[2026-11-30, 2026-12-07]");
    }

    @Test
    void a_query_brings_everything_up_to_its_night() {
        var query = new Came("", Optional.empty(), LocalDate.parse("2026-12-05"), true);
        assertThat(owed(Every.DAY, 0, query)).hasToString("[2026-12-06, 2026-12-07]");
    }
}
