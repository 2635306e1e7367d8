package io.dayclose.sums;

import org.jspecify.annotations.Nullable;

/**
 * A sale or return as it counts.
 *
 * @param fen the amount in hundredths of the company's currency, positive for both kinds
 * @param why the reason to look at it, if there is one
 */
record SaleLine(
        Id id,
        boolean isReturn,
        String outlet,
        @Nullable String seller,
        String product,
        long quantity,
        long fen,
        @Nullable String why) {
    /** The version of a line that counts. */
    record Id(String docNo, long lineNo, int version) {}
}
