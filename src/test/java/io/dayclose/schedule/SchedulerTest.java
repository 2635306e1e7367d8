package io.dayclose.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dayclose.database.NamedLock;
import io.dayclose.testing.ChildProgram;
import io.dayclose.testing.MovableClock;
import io.dayclose.testing.Nights;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class SchedulerTest {
    /** Of the night only: the processes have the clock of the day the test runs on, and on a Monday the week is due too. */
    private static final String NIGHT_RUNS =
            "SELECT CONCAT_WS(' ', run_number, state, attempts) FROM job_run WHERE job = 'nightly'";

    private static final String NIGHT_EVENTS =
            "SELECT what FROM job_event JOIN job_run USING (run_id) WHERE job = 'nightly' ORDER BY event_id";

    @TempDir
    private Path folder;

    @Test
    void missed_dates_are_caught_up_in_order_once_and_no_sooner_than_due() {
        var clock = new MovableClock("2026-11-22T17:29:00Z");
        try (var engine = new TestHome(folder).smallCompany().engine(TestDatabase.fresh(), clock)) {
            var nights = new Nights(engine);
            var scheduler = new Scheduler(engine.work(), engine.runner(), nights);
            assertThat(scheduler.tick())
                    .as("01:29 in Shanghai: the 21st was due yesterday and was never run")
                    .isEqualTo(1);
            clock.moveTo("2026-11-22T17:30:00Z");
            assertThat(scheduler.tick()).as("01:30: the 22nd falls due").isEqualTo(1);
            assertThat(scheduler.tick()).isZero();
            clock.moveTo("2026-11-20T08:00:00Z");
            assertThat(scheduler.tick()).as("a clock that was set back").isZero();
            clock.moveTo("2026-11-22T17:30:30Z");
            assertThat(scheduler.tick()).as("and right again").isZero();
            clock.moveTo("2026-11-25T18:00:00Z");
            assertThat(new Scheduler(engine.work(), engine.runner(), nights).tick())
                    .as("stopped for three dates, and Monday's report of the week")
                    .isEqualTo(4);
            assertThat(nights.rows("SELECT job, business_date, state, cause FROM job_run ORDER BY run_id"))
                    .containsExactly(
                            "nightly 2026-11-21 COMPLETED SCHEDULE",
                            "nightly 2026-11-22 COMPLETED SCHEDULE",
                            "nightly 2026-11-23 COMPLETED SCHEDULE",
                            "nightly 2026-11-24 COMPLETED SCHEDULE",
                            "nightly 2026-11-25 COMPLETED SCHEDULE",
                            "weekly 2026-11-22 COMPLETED SCHEDULE");
        }
    }

    @Test
    void a_month_is_closed_once_its_last_day_is_and_none_before_books_began() {
        var clock = new MovableClock("2026-11-29T18:00:00Z");
        try (var engine = new TestHome(folder).smallCompany().engine(TestDatabase.fresh(), clock)) {
            var nights = new Nights(engine);
            assertThat(new Scheduler(engine.work(), engine.runner(), nights).tick())
                    .as("the night of the 29th, but no month's end of October")
                    .isEqualTo(1);
            clock.moveTo("2026-11-30T20:30:00Z");
            assertThat(new DueRuns(engine.work()).all())
                    .as("04:30 on 1 December: the night of the 30th was missed, and the week that ended on the 29th")
                    .containsOnlyKeys("nightly", "weekly");
            new Scheduler(engine.work(), engine.runner(), nights).tick();
            new Scheduler(engine.work(), engine.runner(), nights).tick();
            assertThat(nights.rows("SELECT job, business_date, state FROM job_run ORDER BY run_id"))
                    .containsExactly(
                            "nightly 2026-11-29 COMPLETED",
                            "nightly 2026-11-30 COMPLETED",
                            "weekly 2026-11-29 COMPLETED",
                            "month-end 2026-11-30 COMPLETED");
        }
    }

    @Test
    void while_one_node_works_another_does_nothing() {
        var clock = new MovableClock("2026-11-22T18:00:00Z");
        try (var engine = new TestHome(folder).smallCompany().engine(TestDatabase.fresh(), clock);
                var other = NamedLock.acquire(engine.work().dataSource(), "scheduler")
                        .orElseThrow()) {
            assertThat(other.isHeld()).isTrue();
            assertThat(new Scheduler(engine.work(), engine.runner(), new Nights(engine)).tick())
                    .isZero();
        }
    }

    @Test
    void of_two_processes_that_serve_one_runs_the_night() throws InterruptedException {
        var home = new TestHome(folder).smallCompany();
        var database = TestDatabase.fresh();
        var jdbc = new JdbcTemplate(database.dataSource());
        var one = ChildProgram.start(home, database, "serve");
        var two = ChildProgram.start(home, database, "serve");
        try {
            await().atMost(Duration.ofMinutes(3))
                    .failFast("a process ended", () -> !one.isAlive() || !two.isAlive())
                    .until(() -> finished(jdbc));
            Thread.sleep(3000);
            assertThat(jdbc.queryForList(NIGHT_RUNS, String.class))
                    .as(() -> one.output() + two.output())
                    .containsExactly("1 COMPLETED 1");
            assertThat(jdbc.queryForList(NIGHT_EVENTS, String.class)).containsExactly("STARTED", "COMPLETED");
            assertThat(one.output().contains("extract-sale") ^ two.output().contains("extract-sale"))
                    .as(one.output() + two.output())
                    .isTrue();
        } finally {
            one.terminate();
            two.terminate();
        }
    }

    private static boolean finished(JdbcTemplate jdbc) {
        try {
            return !jdbc.queryForList("SELECT 1 FROM job_run WHERE state = 'COMPLETED'")
                    .isEmpty();
        } catch (org.springframework.dao.DataAccessException notMigratedYet) {
            return false;
        }
    }
}
