package io.dayclose.job;

import io.dayclose.database.NamedLock;
import io.dayclose.run.Batch;
import java.util.List;
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

    Steps(Batch batch, List<StepExecutionListener> listeners) {
        repository = batch.repository();
        transactions = batch.transactions();
        this.listeners = listeners;
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
