package io.dayclose.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dayclose.config.Home;
import io.dayclose.config.HomeFiles;
import io.dayclose.config.HomeReader;
import io.dayclose.config.Job;
import io.dayclose.config.Job.Schedule;
import io.dayclose.config.NightStep;
import io.dayclose.database.BulkWriter;
import io.dayclose.run.Run.State;
import io.dayclose.text.Message;
import io.dayclose.text.Refusal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** One date after another, whole before in part, and no day closed before its end. What takes a lock is told by nights. */
class RunPreconditionsTest {
    /** As delivered: in Shanghai, where a day ends at midnight. */
    private static final Home HOME = HomeReader.read(new HomeFiles(Path.of(".")), name -> Optional.of("x"))
            .home();

    private static final Schedule DAILY = new Schedule("0 30 1 * * *", ZoneId.of("Asia/Shanghai"), 1, true);
    private static final Schedule MONDAYS = new Schedule("0 0 6 * * MON", ZoneId.of("Asia/Shanghai"), 1, true);

    private final KnownRuns known = new KnownRuns();

    private RunPreconditions at(String now) {
        var noDatabase = new SimpleDriverDataSource();
        var clock = Clock.fixed(ZonedDateTime.parse(now + "+08:00").toInstant(), ZoneId.of("UTC"));
        var work = new Work(HOME, noDatabase, known, BulkWriter.withInserts(noDatabase), clock, () -> null);
        return new RunPreconditions(work, new RunStore(known));
    }

    private static Job job(Optional<Schedule> schedule, NightStep... steps) {
        return new Job("night", schedule, List.of(steps), false);
    }

    private static RunRequest request(String job, String date, String fromStep, boolean force) {
        var first = Optional.of(fromStep).filter(step -> !step.isEmpty());
        return new RunRequest(
                job, LocalDate.parse(date), RunRequest.Cause.OPERATOR, "op", Optional.empty(), first, force);
    }

    /** What a refusal is about, with the date that must come first. */
    private static String refused(Runnable asked) {
        var refusal = catchThrowableOfType(Refusal.class, asked::run);
        if (refusal == null) {
            return "may start";
        }
        var problem = refusal.problem();
        var before = problem.message() == Message.DAY_BEFORE_OPEN
                ? " " + problem.values().get(2)
                : "";
        return problem.message() + before;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T23:59:59, CLOSE_DAY, false, DAY_NOT_OVER",
        "2026-11-23T00:00:00, CLOSE_DAY, false, may start",
        "2026-11-22T23:59:59, CLOSE_DAY, true, may start",
        "2026-11-22T23:59:59, REPORT, false, may start",
    })
    void a_day_is_closed_once_it_is_over_or_by_force(String now, NightStep step, boolean force, String expected) {
        var job = job(Optional.empty(), NightStep.EXTRACT, step);
        var preconditions = at(now);
        assertThat(refused(() -> preconditions.require(job, request("night", "2026-11-22", "", force))))
                .isEqualTo(expected);
        assertThat(preconditions.mayClose(job, LocalDate.parse("2026-11-22")))
                .isEqualTo(!force && expected.equals("may start"));
    }

    /** A finished Saturday the 21st; a failed Sunday; and Mondays, whose dates are Sundays. */
    @ParameterizedTest
    @CsvSource({
        "daily, '', 2026-11-22, may start",
        "daily, 2026-11-21 COMPLETED, 2026-11-22, may start",
        "daily, 2026-11-21 FAILED, 2026-11-22, DAY_BEFORE_OPEN 2026-11-21",
        "daily, 2026-11-21 COMPLETED, 2026-11-23, DAY_BEFORE_OPEN 2026-11-22",
        "daily, 2026-11-21 FAILED, 2026-11-21, may start",
        "daily, 2026-11-21 FAILED, 2026-11-20, may start",
        "none, 2026-11-21 COMPLETED, 2026-11-23, DAY_BEFORE_OPEN 2026-11-22",
        "none, 2026-11-22 COMPLETED, 2026-11-23, may start",
        "mondays, 2026-11-15 COMPLETED, 2026-11-22, may start",
        "mondays, 2026-11-15 FAILED, 2026-11-22, DAY_BEFORE_OPEN 2026-11-15",
        "mondays, 2026-11-08 COMPLETED, 2026-11-22, DAY_BEFORE_OPEN 2026-11-15",
        "forgetful, 2026-11-08 FAILED, 2026-11-22, may start",
    })
    void a_date_waits_for_the_one_before_it_that_the_job_is_due_for(
            String schedule, String run, String date, String expected) {
        var schedules = List.of(
                Optional.of(DAILY),
                Optional.of(MONDAYS),
                Optional.of(new Schedule(DAILY.cron(), DAILY.zone(), 1, false)),
                Optional.<Schedule>empty());
        var job = job(
                schedules.get(List.of("daily", "mondays", "forgetful", "none").indexOf(schedule)), NightStep.REPORT);
        if (!run.isEmpty()) {
            known.with(run.split(" ")[0], State.valueOf(run.split(" ")[1]), "");
        }
        assertThat(refused(() -> at("2026-12-01T12:00:00").require(job, request("night", date, "", false))))
                .isEqualTo(expected);
    }

    /** The run of the date before, with the step it began with, and the step asked for. */
    @ParameterizedTest
    @CsvSource({
        "'', '', report, FROM_STEP_UNFINISHED",
        "COMPLETED, '', report, may start",
        "FAILED, '', report, FROM_STEP_UNFINISHED",
        "FAILED, report, report, may start",
        "FAILED, deliver, report, FROM_STEP_UNFINISHED",
        "STOPPED, report, report, may start",
        "FAILED, '', '', may start",
        "'', '', '', may start",
    })
    void a_part_is_run_again_only_of_what_was_finished_or_is_that_part(
            String state, String began, String asked, String expected) {
        if (!state.isEmpty()) {
            known.with("2026-11-22", State.valueOf(state), began);
        }
        var job = job(Optional.empty(), NightStep.REPORT, NightStep.DELIVER);
        assertThat(refused(() -> at("2026-12-01T12:00:00").require(job, request("night", "2026-11-22", asked, false))))
                .isEqualTo(expected);
    }

    @Test
    void a_job_and_its_steps_must_be_there() {
        var preconditions = at("2026-12-01T12:00:00");
        assertThat(preconditions
                        .job(request("nightly", "2026-11-22", "report", false))
                        .name())
                .isEqualTo("nightly");
        assertThat(refused(() -> preconditions.job(request("nihgtly", "2026-11-22", "", false))))
                .isEqualTo("UNKNOWN_JOB");
        assertThat(refused(() -> preconditions.job(request("weekly", "2026-11-22", "extract", false))))
                .isEqualTo("STEP_UNKNOWN_HERE");
    }

    @Test
    void runs_of_one_job_and_date_exclude_each_other_and_no_others() {
        assertThat(RunPreconditions.lockOf("night", LocalDate.parse("2026-11-22")))
                .isEqualTo("night:2026-11-22");
    }
}
