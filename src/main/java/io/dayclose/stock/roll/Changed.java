package io.dayclose.stock.roll;

import io.dayclose.stock.roll.TouchedDays.Piece;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cells to be rolled again from a day on.
 *
 * @param named single ones, of which more may be told than what was sold
 * @param whole the outlets of that day of which nothing had been rolled before: all that was sold there is to be rolled too; null when
 *     there are single cells only
 */
record Changed(Set<Place> named, @Nullable Piece whole) {
    /** What was sold of a cell on a day, and what came back. */
    record Sums(long sold, long returned) {}

    static Changed of(Collection<Place> places) {
        return new Changed(Set.copyOf(places), null);
    }
}
