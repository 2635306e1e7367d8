package io.dayclose.job;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows every few seconds that a run is alive, and keeps the connection that holds its lock in use. */
final class Heartbeat implements AutoCloseable {
    private static final int SECONDS = 10;

    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    Heartbeat(RunStore runs, Run run, RunLock lock, Work work) {
        beat.scheduleAtFixedRate(
                () -> {
                    if (lock.isHeld()) {
                        runs.heartbeat(run, work.now());
                    }
                },
                SECONDS,
                SECONDS,
                TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }
}
