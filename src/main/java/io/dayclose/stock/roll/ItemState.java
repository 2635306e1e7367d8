package io.dayclose.stock.roll;

import io.dayclose.stock.FifoLayers;
import io.dayclose.stock.MonthToDate;
import io.dayclose.stock.StockItem;
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
public record ItemState(
        MonthToDate before,
        StockItem cell,
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
            FifoLayers owned,
            @Nullable FifoLayers consigned,
            @Nullable LocalDate previous,
            @Nullable LocalDate takenFrom,
            long sold,
            MonthToDate running) {
        StockItem cell() {
            return new StockItem(owned, consigned == null ? FifoLayers.empty() : consigned);
        }
    }

    /** Nothing has ever happened there. */
    static ItemState fresh(@Nullable Sums sums) {
        return new ItemState(MonthToDate.none(), nothing(), new TreeMap<>(), 0, sums);
    }

    static StockItem nothing() {
        return new StockItem(FifoLayers.empty(), FifoLayers.empty());
    }

    LocalDate lastOn() {
        return Objects.requireNonNull(before.on());
    }
}
