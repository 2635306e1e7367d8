package io.dayclose.job;

import io.dayclose.phase.PhaseKey;
import io.dayclose.phase.Phases;
import io.dayclose.run.RunListener;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the keys of a step's phases and does them: a chunk is one key and one transaction. What is to be done is asked only when the
 * step begins, and again when it goes on after it was cut off: what is done already is not due any more, or says nothing new.
 */
final class PhaseReader implements ItemStreamReader<PhaseKey> {
    private final String step;
    private final Supplier<Phases> begin;
    private final RunListener listener;
    private long done;
    private Phases phases = new Phases();

    PhaseReader(String step, Supplier<Phases> begin, RunListener listener) {
        this.step = step;
        this.listener = listener;
        this.begin = begin;
    }

    @Override
    public void open(ExecutionContext context) {
        phases = begin.get();
    }

    @Override
    public @Nullable PhaseKey read() {
        return phases.next().orElse(null);
    }

    void write(Chunk<? extends PhaseKey> keys) {
        keys.forEach(key -> {
            phases.run(key);
            listener.progress(step, ++done);
        });
    }
}
