package io.dayclose.database;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for a lock every few seconds: a connection that is used is not closed for idleness, and a loss is known before the next block. */
final class LockKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LockKeeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final NamedLock lock;
    private final Repeated asking;
    private boolean told;

    LockKeeper(NamedLock lock) {
        this.lock = lock;
        asking = Repeated.every(PAUSE, "keeper of " + lock.what(), this::ask);
    }

    private void ask() {
        if (!lock.isHeld() && !told) {
            told = true;
            LOG.warn("the lock of {} is lost: its work stops before its next block", lock.what());
        }
    }

    @Override
    public void close() {
        asking.close();
    }
}
