package io.dayclose.period;

import java.time.LocalDate;

/**
 * When facts were taken in: either of the two tells.
 *
 * @param night the business date of the run; one that is run again keeps it
 * @param source the latest source there was then; each run has some of its own
 */
public record IntakeMark(LocalDate night, long source) {
    public static final IntakeMark NEVER = new IntakeMark(LocalDate.EPOCH, 0);

    /** Whether it was not there yet when all that had been taken was this. */
    public boolean isAfter(IntakeMark mark) {
        return night.isAfter(mark.night) || source > mark.source;
    }
}
