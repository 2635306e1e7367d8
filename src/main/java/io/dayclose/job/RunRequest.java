package io.dayclose.job;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody, or the clock, asks to run.
 *
 * @param fromStep runs a finished job again from this step on
 */
public record RunRequest(
        String job, LocalDate date, Cause cause, String user, Optional<String> reason, Optional<String> fromStep) {
    /** Who asked. */
    public enum Cause {
        OPERATOR,
        BACKFILL,
        SCHEDULE
    }
}
