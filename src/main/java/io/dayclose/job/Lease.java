package io.dayclose.job;

import io.dayclose.database.ThisProcess;
import java.time.LocalDateTime;

/** Who works on a run, for people to see. */
record Lease(String host, long pid, LocalDateTime now) {
    static Lease at(LocalDateTime now) {
        return new Lease(ThisProcess.host(), ThisProcess.pid(), now);
    }
}
