package io.dayclose.run;

import io.dayclose.config.Job;
import io.dayclose.config.NightStep;
import io.dayclose.database.NamedLock;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Collectors;

/** Whether a run may start at all: one at a time, after the day before, and only whole unless it was whole before. */
public final class RunPreconditions {
    /** The lock of all that changes facts or books. */
    public static final String BOOKS = "intake";

    private final Work work;
    private final RunStore runs;

    public RunPreconditions(Work work, RunStore runs) {
        this.work = work;
        this.runs = runs;
    }

    /** The name of the lock of a job and date. */
    public static String lockOf(String job, LocalDate date) {
        return job + ":" + date;
    }

    /** The lock of a job and date, held for as long as the run lasts. */
    public NamedLock lock(RunRequest request) {
        return NamedLock.acquire(work.dataSource(), lockOf(request.job(), request.date()))
                .orElseThrow(() -> alreadyRunning(request));
    }

    /** @throws Refusal when the day before is not finished, or a step of an unfinished run is to be left out */
    public void require(Job job, RunRequest request) {
        requireOver(job, request);
        requireDayBefore(job, request);
        requireFinishedForPart(request);
    }

    /** What is sold after its books are closed would be late on the very day it happens. */
    private void requireOver(Job job, RunRequest request) {
        if (isClosing(job) && !isOver(request.date()) && !request.force()) {
            throw Refusal.refused(Problem.at("run", Message.DAY_NOT_OVER, request.date(), end(request.date())));
        }
    }

    /** Whether the job may close the date by now. */
    public boolean mayClose(Job job, LocalDate date) {
        return !isClosing(job) || isOver(date);
    }

    private static boolean isClosing(Job job) {
        return job.has(NightStep.CLOSE_DAY);
    }

    private boolean isOver(LocalDate date) {
        return !work.now().isBefore(end(date));
    }

    private LocalDateTime end(LocalDate date) {
        return date.atStartOfDay().plus(work.home().company().dayEnds());
    }

    public Job job(RunRequest request) {
        var job = work.home()
                .job(request.job())
                .orElseThrow(() -> Refusal.usage(Problem.at(
                        "run",
                        Message.UNKNOWN_JOB,
                        request.job(),
                        String.join(", ", work.home().jobs().keySet()))));
        request.fromStep()
                .filter(step -> job.from(request.fromStep()).isEmpty())
                .ifPresent(step -> {
                    throw Refusal.usage(Problem.at(
                            "--from-step",
                            Message.STEP_UNKNOWN_HERE,
                            job.name(),
                            step,
                            job.steps().stream().map(NightStep::text).collect(Collectors.joining(", "))));
                });
        return job;
    }

    /** Two nights that take feeds in at once would take each other's files and vouchers. */
    public NamedLock intakeLock(Job job, RunRequest request) {
        var what = job.steps().stream().anyMatch(NightStep::writesBooks)
                ? BOOKS
                : "intake:" + job.name() + ":" + request.date();
        return NamedLock.acquire(work.dataSource(), what)
                .orElseThrow(
                        () -> Refusal.refused(Problem.at("run", Message.INTAKE_BUSY, request.job(), request.date())));
    }

    private Refusal alreadyRunning(RunRequest request) {
        var lease = runs.last(request.job(), request.date());
        return Refusal.refused(Problem.at(
                "run",
                Message.ALREADY_RUNNING,
                request.job(),
                request.date(),
                lease.map(Run::host).orElse("?"),
                lease.map(Run::pid).orElse(0L),
                lease.map(Run::startedAt).map(Object::toString).orElse("?")));
    }

    /** The first business date ever run needs no predecessor, and a job that does not catch up has none to wait for. */
    private void requireDayBefore(Job job, RunRequest request) {
        if (job.schedule().filter(schedule -> !schedule.catchUp()).isPresent()) {
            return;
        }
        var before = job.schedule()
                .map(DueDates::new)
                .flatMap(due -> due.before(request.date()))
                .orElse(request.date().minusDays(1));
        boolean first = runs.firstDate(job.name())
                .filter(edge -> edge.isBefore(request.date()))
                .isEmpty();
        if (!first && !runs.completed(job.name(), before)) {
            throw Refusal.refused(Problem.at("run", Message.DAY_BEFORE_OPEN, job.name(), request.date(), before));
        }
    }

    /**
     * Only a finished run may be made again in part, and one that is making that part goes on: another has not taken in what its later
     * steps need.
     */
    private void requireFinishedForPart(RunRequest request) {
        boolean finished = runs.last(request.job(), request.date())
                .filter(run ->
                        run.state() == Run.State.COMPLETED || run.fromStep().equals(request.fromStep()))
                .isPresent();
        if (request.fromStep().isPresent() && !finished) {
            throw Refusal.refused(
                    Problem.at("--from-step", Message.FROM_STEP_UNFINISHED, request.job(), request.date()));
        }
    }
}
