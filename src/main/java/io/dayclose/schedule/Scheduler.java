package io.dayclose.schedule;

import io.dayclose.config.Job;
import io.dayclose.database.NamedLock;
import io.dayclose.delivery.Hold;
import io.dayclose.job.JobRunner;
import io.dayclose.publish.Mailing;
import io.dayclose.run.Run;
import io.dayclose.run.RunListener;
import io.dayclose.run.RunRequest;
import io.dayclose.run.Work;
import io.dayclose.text.Message;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts what is due, oldest first. Every node ticks; the one that gets the database's lock works. A tick may be lost or
 * come twice without harm, because what is due follows from the table of runs alone.
 */
public final class Scheduler {
    /** The exit code of what somebody has to see to; others are busy with the rest of it. */
    private static final int FAILED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

    private final Work work;
    private final JobRunner runner;
    private final DueRuns due;
    private final RunListener listener;

    public Scheduler(Work work, JobRunner runner, RunListener listener) {
        this.work = work;
        this.runner = runner;
        this.listener = listener;
        due = new DueRuns(work);
    }

    /** Runs everything that is due now; returns how many runs were started. */
    public int tick() {
        int started = 0;
        for (var job : work.home().jobs().values()) {
            while (runNext(job)) {
                started++;
            }
        }
        return started;
    }

    private boolean isHeld() {
        return new Hold(work.jdbc()).now().isPresent();
    }

    /** Tells the operators what is late, whether or not a night is running. */
    public void tellLate() {
        new LateFeeds(work, listener).tell();
    }

    /** Sends what is due or could not be sent; does nothing while somebody else sends. */
    public void sendDue() {
        new Mailing(work, listener).retry();
    }

    private boolean runNext(Job job) {
        if (isHeld()) {
            return false; // somebody may have paused it while a night was made up for
        }
        try (var lock = NamedLock.acquire(work.dataSource(), "scheduler").orElse(null)) {
            var date = lock == null ? Optional.<LocalDate>empty() : due.next(job);
            return date.isPresent() && run(job, date.get());
        }
    }

    private boolean run(Job job, LocalDate date) {
        try {
            LOG.info("{} for {} is due", job.name(), date);
            var request = new RunRequest(
                    job.name(), date, RunRequest.Cause.SCHEDULE, "scheduler", Optional.empty(), Optional.empty());
            var result = runner.run(request, listener);
            result.problems().forEach(listener::notice);
            new Alarm(work, listener).raise("run", date, result.problems());
            return result.state() == Run.State.COMPLETED;
        } catch (Refusal refused) {
            listener.notice(refused.problem());
            if (refused.exitCode() == FAILED || refused.problem().message() == Message.ARCHIVE_UNKNOWN) {
                new Alarm(work, listener).raise("run", date, List.of(refused.problem()));
            }
            return false;
        }
    }
}
