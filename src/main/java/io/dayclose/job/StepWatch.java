package io.dayclose.job;

import io.dayclose.database.BulkWriter;
import io.dayclose.database.NamedLock;
import io.dayclose.run.RunListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Tells the listener when steps begin and end; lets none begin without the locks of its run, or with a server that does not know its tables. */
final class StepWatch implements StepExecutionListener {
    private final BulkWriter bulk;
    private final RunListener listener;
    private final Clock clock;
    private Instant began = Instant.EPOCH;

    StepWatch(BulkWriter bulk, RunListener listener, Clock clock) {
        this.bulk = bulk;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public void beforeStep(StepExecution step) {
        NamedLock.askAll();
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
