package io.dayclose.job;

import io.dayclose.close.Proofs;
import io.dayclose.config.ConfigDigest;
import io.dayclose.config.Job;
import io.dayclose.config.NightStep;
import io.dayclose.publish.StaleDates;
import io.dayclose.run.Attempt;
import io.dayclose.run.Batch;
import io.dayclose.run.FailureText;
import io.dayclose.run.Heartbeat;
import io.dayclose.run.Lease;
import io.dayclose.run.Recovery;
import io.dayclose.run.Run;
import io.dayclose.run.RunListener;
import io.dayclose.run.RunPreconditions;
import io.dayclose.run.RunRequest;
import io.dayclose.run.RunResult;
import io.dayclose.run.RunStore;
import io.dayclose.run.RunningJobs;
import io.dayclose.run.Work;
import io.dayclose.since.StaleDays.Edition;
import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;

/**
 * Runs a job for a business date: one at a time in the whole cluster, after the day before, going on where a failed or
 * killed run stopped. A finished one runs again only with a reason, under the next run number.
 */
public final class JobRunner {
    private final Work work;
    private final Batch batch;
    private final RunningJobs running;
    private final RunStore runs;
    private final RunPreconditions preconditions;
    private final Recovery recovery;
    private final Proofs proofs;

    public JobRunner(Work work, Batch batch, RunningJobs running) {
        this.work = work;
        this.batch = batch;
        this.running = running;
        runs = new RunStore(work.jdbc());
        preconditions = new RunPreconditions(work, runs);
        recovery = new Recovery(batch.repository(), batch.operator());
        proofs = new Proofs(work);
    }

    /**
     * Runs it to its end.
     *
     * @throws Refusal when it may not start: already running, the day before not finished, finished and no reason given
     */
    public RunResult run(RunRequest request, RunListener listener) {
        return running.during(() -> runWhole(request, listener));
    }

    private RunResult runWhole(RunRequest request, RunListener listener) {
        var job = preconditions.job(request);
        try (var lock = preconditions.lock(request)) {
            preconditions.require(job, request);
            if (job.has(NightStep.EXTRACT)) {
                new Requeue(work, listener).requireNone();
            }
            warnOfDateAhead(request, listener);
            if (endedUnnoticed(request, listener)) {
                return completed(job, request.date());
            }
            try (var intake = preconditions.intakeLock(job, request)) {
                proofs.requireDecisions();
                var run = begin(request, listener);
                try (var heartbeat = new Heartbeat(runs, run, lock, work)) {
                    return execute(new Attempt(job, run, request, lock, listener));
                }
            }
        }
    }

    private void warnOfDateAhead(RunRequest request, RunListener listener) {
        if (request.date().isAfter(work.now().toLocalDate())) {
            listener.notice(Problem.at("--date", Message.DATE_AHEAD, request.date(), work.now()));
        }
    }

    /** A death after the last step but before our own table knew of it: nothing is left to do but to write it down. */
    private boolean endedUnnoticed(RunRequest request, RunListener listener) {
        var last = runs.last(request.job(), request.date()).filter(run -> run.state() != Run.State.COMPLETED);
        boolean ended = last.filter(run -> recovery.isComplete(request.job(), parameters(run, request)))
                .isPresent();
        if (ended) {
            var problem = Problem.at("run", Message.ENDED_BEFORE, request.job(), request.date());
            listener.notice(problem);
            reported(last.get());
            runs.end(last.get(), new RunStore.Event(Run.State.COMPLETED.name(), request.user(), "", work.now()));
        }
        return ended;
    }

    /** Its workbooks are there, whole: from here on they are what people know of the date. */
    private void reported(Run run) {
        runs.change(run)
                .ifPresent(change -> StaleDates.days(work).reported(new Edition(run.job(), run.date()), change));
    }

    private Run begin(RunRequest request, RunListener listener) {
        var last = runs.last(request.job(), request.date());
        var lease = Lease.at(work.now());
        var config = ConfigDigest.of(work.home());
        if (last.isEmpty()) {
            return runs.insert(request, 1, lease, config);
        }
        if (last.get().state() == Run.State.COMPLETED) {
            if (request.reason().isEmpty()) {
                throw Refusal.usage(Problem.at("run", Message.REASON_NEEDED, request.job(), request.date()));
            }
            return runs.insert(request, last.get().number() + 1, lease, config);
        }
        if (recovery.heal(request.job(), parameters(last.get(), request))
                || last.get().state() == Run.State.RUNNING) {
            listener.notice(Problem.at(
                    "run",
                    Message.RECOVERED,
                    request.job(),
                    request.date(),
                    last.get().number(),
                    last.get().host()));
        }
        return runs.resume(last.get(), request, lease, config);
    }

    /** Only date and run number identify a run to the framework; who asked and why do not. */
    private static JobParameters parameters(Run run, RunRequest request) {
        return new JobParametersBuilder()
                .addLocalDate("business.date", run.date())
                .addLong("run.number", (long) run.number())
                .addString("user", request.user(), false)
                .addString("cause", request.cause().name(), false)
                .toJobParameters();
    }

    private RunResult execute(Attempt attempt) {
        try {
            var watch = new StepWatch(work.bulk(), attempt.listener(), work.clock());
            var night = new NightlyRun(work, attempt, new Steps(batch, List.of(watch), attempt.listener()));
            var steps = night.steps(attempt.job().from(attempt.run().fromStep()));
            var builder = new JobBuilder(attempt.job().name(), batch.repository())
                    .listener(running)
                    .start(steps.get(0));
            steps.stream().skip(1).forEach(builder::next);
            return ended(
                    attempt, batch.operator().start(builder.build(), parameters(attempt.run(), attempt.request())));
        } catch (JobExecutionException | RuntimeException broken) {
            return failed(attempt, "start", broken);
        }
    }

    private RunResult ended(Attempt attempt, JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            var result = completed(attempt.job(), attempt.run().date());
            var language = work.home().company().language();
            reported(attempt.run());
            var said = result.problems().stream()
                    .map(problem -> problem.text(language))
                    .collect(Collectors.joining("; "));
            return end(attempt, Run.State.COMPLETED, said) ? result : takenOver(attempt);
        }
        var step = execution.getStepExecutions().stream()
                .filter(each -> each.getStatus() != BatchStatus.COMPLETED)
                .findFirst();
        var name = step.map(StepExecution::getStepName).orElse("start");
        if (execution.getStatus() == BatchStatus.STOPPED) {
            var problem = Problem.at(
                    "run",
                    Message.RUN_STOPPED,
                    attempt.job().name(),
                    attempt.run().date(),
                    name);
            end(attempt, Run.State.STOPPED, problem.text(work.home().company().language()));
            return new RunResult(Run.State.STOPPED, 1, List.of(problem));
        }
        var causes = step.map(StepExecution::getFailureExceptions)
                .filter(list -> !list.isEmpty())
                .orElse(execution.getAllFailureExceptions());
        return failed(attempt, name, causes.isEmpty() ? new IllegalStateException("unknown") : causes.get(0));
    }

    private RunResult failed(Attempt attempt, String step, Throwable cause) {
        var language = work.home().company().language();
        var reason = FailureText.inWords(cause, language);
        var problem = Problem.at(
                "run", Message.RUN_FAILED, attempt.job().name(), attempt.run().date(), step, reason);
        FailureText.log(cause, attempt.run(), step);
        end(attempt, Run.State.FAILED, problem.text(language));
        return new RunResult(Run.State.FAILED, 1, List.of(problem));
    }

    private boolean end(Attempt attempt, Run.State state, String message) {
        return runs.end(
                attempt.run(),
                new RunStore.Event(state.name(), attempt.request().user(), message, work.now()));
    }

    private RunResult takenOver(Attempt attempt) {
        var now = runs.last(attempt.job().name(), attempt.run().date()).orElse(attempt.run());
        var problem = Problem.at(
                "run", Message.TAKEN_OVER, RunPreconditions.lockOf(now.job(), now.date()), now.host(), now.pid());
        return new RunResult(Run.State.FAILED, 1, List.of(problem));
    }

    private RunResult completed(Job job, LocalDate night) {
        var problems = new OpenPoints(work, job, night).all();
        return new RunResult(Run.State.COMPLETED, problems.isEmpty() ? 0 : 4, problems);
    }
}
