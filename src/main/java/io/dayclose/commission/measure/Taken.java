package io.dayclose.commission.measure;

import java.time.LocalDate;

/**
 * When facts were taken in. A voucher that is accepted later keeps its source but not its night, and a night that is run again
 * keeps its night but not its sources: either of them tells.
 *
 * @param night the business date of the run
 * @param source sources are numbered in the order they are taken
 */
public record Taken(LocalDate night, long source) {
    static final Taken NEVER = new Taken(LocalDate.EPOCH, 0);

    /** Whether it was not there yet when all that had been taken was this. */
    boolean isAfter(Taken mark) {
        return night.isAfter(mark.night) || source > mark.source;
    }
}
