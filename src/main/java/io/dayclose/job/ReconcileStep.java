package io.dayclose.job;

import io.dayclose.consignment.reconcile.ReconcileTasks;
import io.dayclose.consignment.reconcile.ReconcileTasks.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reconciles what others hold for us: a chunk is one task and one transaction. */
final class ReconcileStep implements ItemStreamReader<Task> {
    static final String NAME = "reconcile";

    private final Run run;
    private final RunListener listener;
    private final ReconcileTasks tasks;
    private long done;

    ReconcileStep(Work work, Run run, RunListener listener) {
        this.run = run;
        this.listener = listener;
        tasks = new ReconcileTasks(work.jdbc(), work.bulk(), work.home());
    }

    @Override
    public void open(ExecutionContext context) {
        tasks.begin(run.date(), run.id());
    }

    @Override
    public @Nullable Task read() {
        return tasks.next().orElse(null);
    }

    void write(Chunk<? extends Task> chunk) {
        chunk.forEach(task -> {
            task.work().run();
            done++;
            listener.progress(NAME, done);
        });
    }

    /** Does all of it in the transaction of the caller. */
    void runAll() {
        tasks.begin(run.date(), run.id());
        tasks.runAll();
    }
}
