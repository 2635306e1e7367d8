package io.dayclose.run;

import io.dayclose.text.Shortened;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The table of runs: our own truth of what was run, by whom and why. The row of a running one is its lease. */
public final class RunStore {
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_MESSAGE = 2000;
    private static final RowMapper<Run> RUN = (row, n) -> new Run(
            row.getLong("run_id"),
            row.getString("job"),
            row.getObject("business_date", LocalDate.class),
            row.getInt("run_number"),
            Run.State.valueOf(row.getString("state")),
            row.getInt("attempts"),
            row.getString("host"),
            row.getLong("pid"),
            row.getObject("started_at", LocalDateTime.class),
            Optional.ofNullable(row.getString("from_step")));

    private final JdbcTemplate jdbc;

    public RunStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Run> last(String job, LocalDate date) {
        return jdbc
                .query(
                        "SELECT * FROM job_run WHERE job = ? AND business_date = ? ORDER BY run_number DESC LIMIT 1",
                        RUN,
                        job,
                        date)
                .stream()
                .findFirst();
    }

    /** The number a run would have: that of one that goes on, else the next. */
    public int number(String job, LocalDate date) {
        return last(job, date)
                .map(run -> run.state() == Run.State.COMPLETED ? run.number() + 1 : run.number())
                .orElse(1);
    }

    public boolean completed(String job, LocalDate date) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM job_run WHERE job = ? AND business_date = ? AND state = 'COMPLETED'",
                        Integer.class,
                        job,
                        date)
                .isEmpty();
    }

    /** The first business date a job was ever run for. */
    public Optional<LocalDate> firstDate(String job) {
        return Optional.ofNullable(
                jdbc.queryForObject("SELECT MIN(business_date) FROM job_run WHERE job = ?", LocalDate.class, job));
    }

    /** The last business date a job was ever run for. */
    public Optional<LocalDate> lastDate(String job) {
        return Optional.ofNullable(
                jdbc.queryForObject("SELECT MAX(business_date) FROM job_run WHERE job = ?", LocalDate.class, job));
    }

    /** Whether a run takes in what lies in the past: the home's first night, or one of a backfill, however it goes on. */
    public boolean makesUp(Run run) {
        boolean first =
                firstDate(run.job()).filter(date -> date.isBefore(run.date())).isEmpty();
        return first
                || !jdbc.queryForList(
                                "SELECT 1 FROM job_run WHERE run_id = ? AND cause = 'BACKFILL'",
                                Integer.class,
                                run.id())
                        .isEmpty();
    }

    public Run insert(RunRequest request, int number, Lease lease, String configDigest) {
        jdbc.update(
                """
                INSERT INTO job_run (job, business_date, run_number, state, cause, started_by, reason, attempts, host, pid, started_at, heartbeat,
                                     config_digest, from_step) VALUES (?, ?, ?, 'RUNNING', ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)""",
                request.job(),
                request.date(),
                number,
                request.cause().name(),
                request.user(),
                request.reason()
                        .map(reason -> Shortened.withMark(reason, LONGEST_REASON))
                        .orElse(null),
                lease.host(),
                lease.pid(),
                lease.now(),
                lease.now(),
                configDigest,
                request.fromStep().orElse(null));
        var run = last(request.job(), request.date()).orElseThrow();
        event(run, "STARTED", request, lease);
        return run;
    }

    /** Takes up a run that failed, was stopped or was cut off. */
    public Run resume(Run run, RunRequest request, Lease lease, String configDigest) {
        jdbc.update("""
                UPDATE job_run SET state = 'RUNNING', attempts = attempts + 1, host = ?, pid = ?, started_at = ?, heartbeat = ?, ended_at = NULL,
                                   message = NULL, config_digest = ? WHERE run_id = ?""", lease.host(), lease.pid(), lease.now(), lease.now(), configDigest, run.id());
        event(run, "RESTARTED", request, lease);
        return last(run.job(), run.date()).orElseThrow();
    }

    private void event(Run run, String what, RunRequest request, Lease lease) {
        var detail =
                request.cause() + request.reason().map(reason -> ": " + reason).orElse("");
        event(run, new Event(what, request.user(), detail, lease.now()));
    }

    /** Says up to which change a run's workbooks are made. */
    public void reports(Run run, long change) {
        jdbc.update("UPDATE job_run SET change_id = ? WHERE run_id = ?", change, run.id());
    }

    /** Up to which change a run's workbooks are made; empty when it has made none. */
    public Optional<Long> change(Run run) {
        return jdbc
                .queryForList(
                        "SELECT change_id FROM job_run WHERE run_id = ? AND change_id IS NOT NULL",
                        Long.class,
                        run.id())
                .stream()
                .findFirst();
    }

    /** Something that happened to a run. */
    public record Event(String what, String who, String detail, LocalDateTime at) {}

    private void event(Run run, Event event) {
        jdbc.update(
                "INSERT INTO job_event (run_id, at, what, who, detail) VALUES (?, ?, ?, ?, ?)",
                run.id(),
                event.at(),
                event.what(),
                event.who(),
                Shortened.withMark(event.detail(), LONGEST_MESSAGE));
    }

    /**
     * Writes down how an attempt at a run ended: the event's word is the state, its detail the message.
     *
     * @return false when somebody else has taken the run up since: it is his to say how it ends
     */
    public boolean end(Run run, Event ending) {
        boolean mine = jdbc.update(
                        "UPDATE job_run SET state = ?, ended_at = ?, message = ? WHERE run_id = ? AND attempts = ?",
                        ending.what(),
                        ending.at(),
                        Shortened.withMark(ending.detail(), LONGEST_MESSAGE),
                        run.id(),
                        run.attempts())
                == 1;
        if (mine) {
            event(run, ending);
        }
        return mine;
    }

    void heartbeat(Run run, LocalDateTime now) {
        jdbc.update(
                "UPDATE job_run SET heartbeat = ? WHERE run_id = ? AND attempts = ? AND state = 'RUNNING'",
                now,
                run.id(),
                run.attempts());
    }

    /** When a run last ended, for the scheduler's patience with failing nights. */
    public Optional<LocalDateTime> endedAt(Run run) {
        return jdbc
                .queryForList(
                        "SELECT ended_at FROM job_run WHERE run_id = ? AND ended_at IS NOT NULL",
                        LocalDateTime.class,
                        run.id())
                .stream()
                .findFirst();
    }
}
