package io.dayclose.publish;

import io.dayclose.database.NamedLock;
import io.dayclose.delivery.Delivery;
import io.dayclose.delivery.Outbox;
import io.dayclose.run.Run;
import io.dayclose.run.RunListener;
import io.dayclose.run.Work;

/** Sends mails, one sender at a time in the whole cluster: two would send everything twice. */
public final class Mailing {
    private static final String LOCK = "mailing";
    private static final int PATIENCE_SECONDS = 600;

    private final Work work;
    private final Outbox outbox;
    private final Delivery delivery;

    public Mailing(Work work, RunListener listener) {
        this.work = work;
        outbox = new Outbox(work.jdbc());
        delivery = new Delivery(
                work.home(), outbox, new Delivery.Outside(work.smtp(), work.localClock(), listener::notice));
    }

    /** Lets the workbooks of a run leave, all of them or none, once another sender has ended. */
    public void publish(Run run) {
        alone(() -> outbox.release(run.id(), work.now()));
    }

    /** Does something to what waits, once another sender has ended, and sends what is due then. */
    void alone(Runnable before) {
        try (var lock = NamedLock.acquire(work.dataSource(), LOCK, PATIENCE_SECONDS)
                .orElseThrow(() -> new IllegalStateException("another process has been sending mails for "
                        + PATIENCE_SECONDS + " s; run again to continue"))) {
            before.run();
            delivery.deliverDue();
        }
    }

    /** Tries again what could not be handed over; does nothing while somebody else sends. */
    public void retry() {
        try (var lock = NamedLock.acquire(work.dataSource(), LOCK).orElse(null)) {
            if (lock != null) {
                delivery.deliverDue();
            }
        }
    }
}
