package io.dayclose.stock.roll;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Cells to be rolled again from a day on.
 *
 * @param complete whether all their sales of that day are known
 * @param sums those that are known
 */
record Changed(Set<Place> places, boolean complete, Map<Place, Sums> sums) {
    /** What was sold of a cell on a day, and what came back. */
    record Sums(long sold, long returned) {}

    static Changed of(Collection<Place> places) {
        return new Changed(Set.copyOf(places), false, Map.of());
    }
}
