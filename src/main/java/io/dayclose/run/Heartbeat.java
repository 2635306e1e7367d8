package io.dayclose.run;

import io.dayclose.database.NamedLock;
import io.dayclose.database.Repeated;
import java.time.Duration;

/** Shows every few seconds that a run is alive. */
public final class Heartbeat implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Repeated beat;

    public Heartbeat(RunStore runs, Run run, NamedLock lock, Work work) {
        beat = Repeated.every(PAUSE, "heartbeat", () -> {
            if (lock.isHeld()) {
                runs.heartbeat(run, work.now());
            }
        });
    }

    @Override
    public void close() {
        beat.close();
    }
}
