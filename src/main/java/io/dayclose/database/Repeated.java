package io.dayclose.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something done again and again in a thread of its own, whatever becomes of one time: a bare executor ends in silence after the first failure. */
public final class Repeated implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Repeated.class);

    private final ScheduledExecutorService thread;

    private Repeated(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    /** Begins after the first pause. The thread does not keep the process alive. */
    public static Repeated every(Duration pause, String name, Runnable action) {
        return every(pause, pause, name, action);
    }

    /** Begins at once. */
    public static Repeated fromNow(Duration pause, String name, Runnable action) {
        return every(Duration.ZERO, pause, name, action);
    }

    private static Repeated every(Duration first, Duration pause, String name, Runnable action) {
        var thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
        thread.scheduleWithFixedDelay(
                () -> once(name, action), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return new Repeated(thread);
    }

    @SuppressWarnings("PMD.AvoidCatchingThrowable") // an Error that ended the repetition would be noticed by nobody
    private static void once(String name, Runnable action) {
        try {
            action.run();
        } catch (Throwable failed) {
            LOG.warn(
                    "{}: this time failed, the next one tries again: {}",
                    name,
                    failed.getMessage() == null ? failed : failed.getMessage(),
                    failed);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
