package io.dayclose.stock.roll;

import io.dayclose.stock.Cell;
import io.dayclose.stock.Shelf;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cell as it stood before a day, and its days from that one on, which were rolled before and must be rolled again.
 *
 * @param before the day before on which anything happened
 */
record Standing(@Nullable LocalDate before, Cell cell, NavigableMap<LocalDate, Rolled> later) {

    /**
     * A day as it is kept.
     *
     * @param consigned what of our goods stood there; null when there was no row of them
     */
    record Rolled(
            LocalDate date,
            Shelf owned,
            @Nullable Shelf consigned,
            @Nullable LocalDate previous,
            @Nullable LocalDate takenFrom) {
        Cell cell() {
            return new Cell(owned, consigned == null ? Shelf.empty() : consigned);
        }
    }

    /** Nothing has ever happened there. */
    static Standing fresh() {
        return new Standing(null, new Cell(Shelf.empty(), Shelf.empty()), new TreeMap<>());
    }
}
