package io.dayclose.job;

import io.dayclose.commission.posting.CommissionTasks;
import io.dayclose.commission.posting.CommissionTasks.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Brings the ledger to its targets: a chunk is one task of the night's commission and one transaction. */
final class CommissionStep implements ItemStreamReader<Task> {
    static final String NAME = "commission";

    private final Work work;
    private final Run run;
    private final RunListener listener;
    private final CommissionTasks tasks;
    private long done;

    CommissionStep(Work work, Run run, RunListener listener) {
        this.work = work;
        this.run = run;
        this.listener = listener;
        tasks = new CommissionTasks(
                work.jdbc(), work.bulk(), work.home().plans().values());
    }

    @Override
    public void open(ExecutionContext context) {
        open();
    }

    void open() {
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
        open();
        for (var task = read(); task != null; task = read()) {
            task.work().run();
        }
    }
}
