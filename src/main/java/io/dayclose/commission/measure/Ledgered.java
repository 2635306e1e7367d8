package io.dayclose.commission.measure;

import java.time.YearMonth;
import java.util.Map;

/**
 * What the ledger already stands on.
 *
 * @param lastSource the last source whose facts it knows: sources are numbered in the order they are taken
 * @param closed the months that are closed, each with the last source known at its close
 */
public record Ledgered(long lastSource, Map<YearMonth, Long> closed) {
    /** Whether a return came after the month of its sale was closed. */
    boolean isAfterClose(YearMonth origin, long source) {
        var atClose = closed.get(origin);
        return atClose != null && source > atClose;
    }

    boolean knows(long source) {
        return source <= lastSource;
    }
}
