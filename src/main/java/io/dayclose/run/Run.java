package io.dayclose.run;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One run of a job for a business date. A failed run keeps its number when it goes on; a re-run gets the next one.
 * Wide: a row of {@code job_run}.
 *
 * @param fromStep the first step, when it makes a part of a finished run again
 */
public record Run(
        long id,
        String job,
        LocalDate date,
        int number,
        State state,
        int attempts,
        String host,
        long pid,
        LocalDateTime startedAt,
        Optional<String> fromStep) {
    /** A run that is none: what is worked out for a date, and nothing of it kept. */
    public static Run unkept(String job, LocalDate date, int number, LocalDateTime now) {
        return new Run(0, job, date, number, State.RUNNING, 1, "", 0, now, Optional.empty());
    }

    /** Where a run stands. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED,
        STOPPED
    }
}
