package io.dayclose.commission.measure;

import io.dayclose.period.IntakeMark;
import org.jspecify.annotations.Nullable;

/**
 * A sale or return as the database has it, or what a line bears of its document's discount.
 * Wide: a line of {@code sale} with what its rules ask of it.
 *
 * @param original of a return, the sale it takes back; of a share of a discount, the line that bears it
 */
record SoldLine(
        Key key,
        boolean isReturn,
        Place place,
        long quantity,
        long fen,
        @Nullable String serial,
        @Nullable Key original,
        Origin origin,
        boolean isVoid) {

    boolean isShare() {
        return !isReturn && original != null;
    }

    /** A line of a document. */
    record Key(String document, long number) {}

    /** Where, by whom and what. */
    record Place(String outlet, @Nullable String seller, String product) {}

    /**
     * How it came to be known.
     *
     * @param version 1, or more once it was corrected
     * @param isLate whether it came after the night of its day
     */
    record Origin(int version, boolean isLate, IntakeMark taken) {}

    /**
     * What stands on a line: positive for sales and returns alike, negative for what is borne of a discount.
     *
     * @param fen the amount in hundredths of the currency
     * @param margin in hundred-millionths of the currency, meaningless without a cost
     */
    record Worth(long fen, long quantity, long margin, boolean hasCost) {
        /** @param cost of one piece in hundred-millionths, negative when not known */
        static Worth of(SoldLine line, long cost) {
            long margin = cost < 0
                    ? 0
                    : Math.subtractExact(
                            Math.multiplyExact(line.fen(), 1_000_000), Math.multiplyExact(line.quantity(), cost));
            return new Worth(line.fen(), line.quantity(), margin, cost >= 0);
        }
    }
}
