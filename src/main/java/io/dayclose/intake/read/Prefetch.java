package io.dayclose.intake.read;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes the next things on a thread of its own while the last one is being used, so that reading overlaps writing. */
public final class Prefetch<T> implements AutoCloseable {
    private static final int AHEAD = 2;

    private final BlockingQueue<Optional<T>> ready = new ArrayBlockingQueue<>(AHEAD);
    private final ExecutorService thread;
    private final Future<?> work;
    private boolean ended;

    /** @param next makes the next thing, or null at the end */
    public Prefetch(String name, Callable<@Nullable T> next) {
        thread = Executors.newSingleThreadExecutor(task -> {
            var reader = new Thread(task, name);
            reader.setDaemon(true);
            return reader;
        });
        work = thread.submit(() -> fill(next));
    }

    private Void fill(Callable<@Nullable T> next) throws Exception {
        Optional<T> item;
        do {
            item = Optional.ofNullable(next.call());
            ready.put(item);
        } while (item.isPresent());
        return null;
    }

    /** The next thing, or null at the end; what failed on the other thread is thrown here. */
    public @Nullable T take() {
        try {
            while (!ended) {
                var item = ready.poll(100, TimeUnit.MILLISECONDS);
                if (item != null) {
                    ended = item.isEmpty();
                    return item.orElse(null);
                }
                if (work.isDone() && ready.isEmpty()) {
                    work.get();
                    ended = true;
                }
            }
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
