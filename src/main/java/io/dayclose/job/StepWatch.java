package io.dayclose.job;

import io.dayclose.database.BulkWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells the listener when steps begin and end; lets none begin without the run lock, or with a server that does not know its tables. */
final class StepWatch implements StepExecutionListener {
    private final RunLock lock;
    private final BulkWriter bulk;
    private final RunListener listener;
    private final Clock clock;
    private Instant began = Instant.EPOCH;

    StepWatch(RunLock lock, BulkWriter bulk, RunListener listener, Clock clock) {
        this.lock = lock;
        this.bulk = bulk;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public void beforeStep(StepExecution step) {
        if (!lock.isHeld()) {
            throw new IllegalStateException(
                    "the run lock was lost: the connection to the database broke; run again to continue");
        }
        bulk.countGrown();
        began = Instant.now(clock);
        listener.stepBegan(step.getStepName());
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        if (step.getStatus() == BatchStatus.COMPLETED) {
            listener.stepEnded(step.getStepName(), step.getWriteCount(), Duration.between(began, Instant.now(clock)));
        }
        return step.getExitStatus();
    }
}
