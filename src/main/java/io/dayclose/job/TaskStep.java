package io.dayclose.job;

import io.dayclose.database.Tasks;
import io.dayclose.database.Tasks.Task;
import io.dayclose.run.RunListener;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** A step whose work is told task by task: a chunk is one task and one transaction. */
final class TaskStep implements ItemStreamReader<Task> {
    private final String name;
    private final Supplier<Tasks> begin;
    private final RunListener listener;
    private Tasks tasks = new Tasks();
    private long done;

    /** @param begin asked when the step begins, and again when it goes on after a fall */
    TaskStep(String name, Supplier<Tasks> begin, RunListener listener) {
        this.name = name;
        this.begin = begin;
        this.listener = listener;
    }

    @Override
    public void open(ExecutionContext context) {
        tasks = begin.get();
    }

    @Override
    public @Nullable Task read() {
        return tasks.next().orElse(null);
    }

    void write(Chunk<? extends Task> chunk) {
        chunk.forEach(task -> {
            task.run();
            done++;
            listener.progress(name, done);
        });
    }
}
