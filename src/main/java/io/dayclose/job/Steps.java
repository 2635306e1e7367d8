package io.dayclose.job;

import io.dayclose.database.NamedLock;
import io.dayclose.phase.Phase;
import io.dayclose.phase.PhaseKey;
import io.dayclose.phase.Phases;
import io.dayclose.run.Batch;
import io.dayclose.run.RunListener;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The one place that builds steps. A chunk step without a transaction manager is silently not transactional, so nobody
 * else may build one; a test of the architecture sees to it.
 */
final class Steps {
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final List<StepExecutionListener> listeners;
    private final RunListener listener;

    /** @param listener who is told how a step gets on */
    Steps(Batch batch, List<StepExecutionListener> listeners, RunListener listener) {
        repository = batch.repository();
        transactions = batch.transactions();
        this.listeners = listeners;
        this.listener = listener;
    }

    /** A step that writes each item in a transaction of its own. */
    <T> Step each(String name, ItemReader<T> reader, ItemWriter<T> writer) {
        var step = new StepBuilder(name, repository)
                .<T, T>chunk(1)
                .transactionManager(transactions)
                .reader(reader)
                .writer(items -> {
                    NamedLock.requireAll();
                    writer.write(items);
                });
        listeners.forEach(step::listener);
        return step.build();
    }

    /** A step of one piece of work, in a transaction. */
    Step once(String name, Runnable work) {
        return phase(name, Phase.once(name, work));
    }

    /** A step of one phase. */
    Step phase(String name, Phase<?> phase) {
        return phases(name, () -> new Phases().then(phase));
    }

    /** @param begin asked when the step begins, and again when it goes on after it was cut off */
    Step phases(String name, Supplier<Phases> begin) {
        var reader = new PhaseReader(name, begin, listener);
        return this.<PhaseKey>each(name, reader, reader::write);
    }

    /** A step that sees to its transactions itself, because something leaves the house in between. */
    Step untransacted(String name, Runnable work) {
        Tasklet tasklet = (contribution, context) -> {
            work.run();
            return RepeatStatus.FINISHED;
        };
        var step = new StepBuilder(name, repository).tasklet(tasklet, new ResourcelessTransactionManager());
        listeners.forEach(step::listener);
        return step.build();
    }
}
