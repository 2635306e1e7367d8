package io.dayclose.stock.roll;

import io.dayclose.stock.Cell;
import io.dayclose.stock.Running;
import io.dayclose.stock.Shelf;
import io.dayclose.stock.roll.Changed.Sums;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A cell as it stood before a day, and its days from that one on, which were rolled before and must be rolled again.
 *
 * @param before what it had come to by the day before on which anything happened
 * @param sold28 its net sales of the {@link SoldWindow}, those of the later days with them
 * @param sums what the day that is asked for has sold; null when that was not read
 */
record Standing(
        Running before,
        Cell cell,
        NavigableMap<LocalDate, Rolled> later,
        long sold28,
        @Nullable Sums sums) {

    /**
     * A day as it is kept.
     *
     * @param consigned what of our goods stood there; null when there was no row of them
     * @param sold less returned
     */
    record Rolled(
            LocalDate date,
            Shelf owned,
            @Nullable Shelf consigned,
            @Nullable LocalDate previous,
            @Nullable LocalDate takenFrom,
            long sold,
            Running running) {
        Cell cell() {
            return new Cell(owned, consigned == null ? Shelf.empty() : consigned);
        }
    }

    /** Nothing has ever happened there. */
    static Standing fresh(@Nullable Sums sums) {
        return new Standing(Running.none(), nothing(), new TreeMap<>(), 0, sums);
    }

    static Cell nothing() {
        return new Cell(Shelf.empty(), Shelf.empty());
    }

    LocalDate lastOn() {
        return Objects.requireNonNull(before.on());
    }
}
