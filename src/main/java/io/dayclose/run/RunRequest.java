package io.dayclose.run;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody, or the clock, asks to run.
 *
 * @param fromStep runs a finished job again from this step on
 * @param force closes a day before its end
 */
public record RunRequest(
        String job,
        LocalDate date,
        Cause cause,
        String user,
        Optional<String> reason,
        Optional<String> fromStep,
        boolean force) {
    /** The same, of a day that is over. */
    public RunRequest(
            String job, LocalDate date, Cause cause, String user, Optional<String> reason, Optional<String> fromStep) {
        this(job, date, cause, user, reason, fromStep, false);
    }

    /** Who asked. */
    public enum Cause {
        OPERATOR,
        BACKFILL,
        SCHEDULE
    }
}
