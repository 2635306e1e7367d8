package io.dayclose.job;

import io.dayclose.calendar.DateSpan;
import io.dayclose.intake.source.NightCounts;
import io.dayclose.run.Run;
import io.dayclose.run.RunListener;
import io.dayclose.run.RunRequest;
import io.dayclose.run.RunResult;
import io.dayclose.run.Work;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;

/**
 * Runs a job for every date of a span, oldest first, up to the first that fails. One that was cut off goes on where it was when the
 * same is asked again: dates it has finished are not run once more.
 */
public final class Backfill {
    private final Work work;
    private final JdbcTemplate jdbc;
    private final JobRunner runner;
    private final RunListener listener;

    public Backfill(Work work, JobRunner runner, RunListener listener) {
        this.work = work;
        this.runner = runner;
        this.listener = listener;
        jdbc = work.jdbc();
    }

    /** What is asked for. */
    public record Request(String job, DateSpan span, String reason, String user) {}

    /**
     * What came of a date, in counts of this run.
     * Wide: a line of what a backfill prints.
     *
     * @param net net sales of the date, in the company's currency
     * @param before whether it was finished before this backfill was cut off
     */
    public record Day(
            LocalDate date,
            boolean before,
            long came,
            long taken,
            long returned,
            BigDecimal net,
            long workbooks,
            long mails,
            int code,
            List<Problem> problems) {}

    /** Who follows it, date by date. */
    public interface Follower {
        void begins(LocalDate date);

        void ended(Day day);
    }

    /** Runs it; each date is told as soon as it is done. */
    public void run(Request request, Follower follower) {
        long id = begun(request);
        long first = number("SELECT first_run FROM backfill WHERE backfill_id = ?", id);
        for (var date : request.span().days().toList()) {
            follower.begins(date);
            var day = isDone(request.job(), date, first) ? finishedBefore(request.job(), date) : run(request, date);
            follower.ended(day);
            if (day.code() != 0 && day.code() != 4) {
                return;
            }
        }
        jdbc.update("UPDATE backfill SET ended_at = ? WHERE backfill_id = ?", work.now(), id);
    }

    private long begun(Request request) {
        var open = jdbc.queryForList(
                "SELECT backfill_id FROM backfill WHERE job = ? AND from_date = ? AND to_date = ? AND reason = ? AND ended_at IS NULL ORDER BY backfill_id DESC LIMIT 1",
                Long.class,
                request.job(),
                request.span().from(),
                request.span().to(),
                request.reason());
        return open.stream().findFirst().orElseGet(() -> begin(request));
    }

    private long begin(Request request) {
        var row = Map.of(
                "job", request.job(),
                "from_date", request.span().from(),
                "to_date", request.span().to(),
                "reason", request.reason(),
                "first_run", number("SELECT COALESCE(MAX(run_id), 0) + 1 FROM job_run"),
                "started_at", work.now());
        return new SimpleJdbcInsert(jdbc)
                .withTableName("backfill")
                .usingColumns(row.keySet().toArray(String[]::new))
                .usingGeneratedKeyColumns("backfill_id")
                .executeAndReturnKey(row)
                .longValue();
    }

    private boolean isDone(String job, LocalDate date, long first) {
        return number(
                        "SELECT COUNT(*) FROM job_run WHERE job = ? AND business_date = ? AND run_id >= ? AND cause = 'BACKFILL' AND state = 'COMPLETED'",
                        job,
                        date,
                        first)
                > 0;
    }

    /** What of it needed a person needs him still, unless somebody has seen to it. */
    private Day finishedBefore(String job, LocalDate date) {
        var open = new OpenPoints(work, work.home().job(job).orElseThrow(), date).all();
        return new Day(date, true, 0, 0, 0, net(date), 0, 0, open.isEmpty() ? 0 : 4, open);
    }

    private RunResult result(Request request, LocalDate date) {
        try {
            return runner.run(
                    new RunRequest(
                            request.job(),
                            date,
                            RunRequest.Cause.BACKFILL,
                            request.user(),
                            Optional.of(request.reason()),
                            Optional.empty()),
                    listener);
        } catch (Refusal refused) {
            if (refused.exitCode() == 2) {
                throw refused; // what was asked for is wrong, of any date
            }
            return new RunResult(Run.State.FAILED, refused.exitCode(), List.of(refused.problem()));
        }
    }

    private Day run(Request request, LocalDate date) {
        long source = number("SELECT COALESCE(MAX(source_id), 0) FROM feed_source");
        long workbook = number("SELECT COALESCE(MAX(outbox_id), 0) FROM outbox");
        var result = result(request, date);
        return new Day(
                date,
                false,
                sources(NightCounts.CAME, date, source),
                sources(NightCounts.TAKEN, date, source),
                sources("IF(kind IN ('RETURNED', 'AGAIN'), 0, returned)", date, source),
                net(date),
                number("SELECT COUNT(*) FROM outbox WHERE business_date = ? AND outbox_id > ?", date, workbook),
                number(
                        "SELECT COUNT(*) FROM outbox_mail JOIN outbox USING (outbox_id) WHERE business_date = ? AND outbox_id > ? AND state = 'SENT'",
                        date,
                        workbook),
                result.exitCode(),
                result.problems());
    }

    private long sources(String column, LocalDate date, long after) {
        return number(
                "SELECT COALESCE(SUM(" + column + "), 0) FROM feed_source WHERE night = ? AND source_id > ?",
                date,
                after);
    }

    private BigDecimal net(LocalDate date) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT COALESCE(SUM(gross_amount - returned_amount), 0) FROM outlet_day WHERE business_date = ?",
                BigDecimal.class,
                date));
    }

    private long number(String sql, Object... values) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, values));
    }
}
