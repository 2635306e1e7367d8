package io.dayclose.run;

import io.dayclose.database.ThisProcess;
import java.time.LocalDateTime;

/** Who works on a run, for people to see. */
public record Lease(String host, long pid, LocalDateTime now) {
    public static Lease at(LocalDateTime now) {
        return new Lease(ThisProcess.host(), ThisProcess.pid(), now);
    }
}
