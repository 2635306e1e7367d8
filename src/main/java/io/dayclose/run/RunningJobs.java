package io.dayclose.run;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.SmartLifecycle;

/** Stops running jobs at the edge of a chunk when the process is asked to end, and waits for that; they can be restarted. */
public final class RunningJobs implements JobExecutionListener, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RunningJobs.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 50;

    private final Set<JobExecution> executions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger working = new AtomicInteger();
    private volatile boolean running = true; // it may be made when the program has started long since

    /** The work of a run; the process does not end before the run has written down how it ended. */
    public <T> T during(Supplier<T> run) {
        working.incrementAndGet();
        try {
            return run.get();
        } finally {
            if (working.decrementAndGet() == 0) {
                executions.clear(); // one that could not even be started says nothing when it ends
            }
        }
    }

    @Override
    public void beforeJob(JobExecution execution) {
        executions.add(execution);
    }

    @Override
    public void afterJob(JobExecution execution) {
        executions.remove(execution);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        executions.forEach(RunningJobs::stop);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (working.get() > 0 && System.nanoTime() < deadline) {
            pause();
        }
    }

    private static void stop(JobExecution execution) {
        LOG.info(
                "stopping {} after the current chunk; run it again to continue",
                execution.getJobInstance().getJobName());
        execution.setStatus(BatchStatus.STOPPING);
        execution.getStepExecutions().forEach(StepExecution::setTerminateOnly);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
