package io.dayclose.job;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** One run of a job for a business date. A failed run keeps its number when it goes on; a re-run gets the next one. */
public record Run(
        long id,
        String job,
        LocalDate date,
        int number,
        State state,
        int attempts,
        String host,
        long pid,
        LocalDateTime startedAt) {
    /** Where a run stands. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED,
        STOPPED
    }
}
