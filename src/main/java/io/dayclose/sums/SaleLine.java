package io.dayclose.sums;

import org.jspecify.annotations.Nullable;

/**
 * A sale, return or discount as it counts.
 *
 * @param product empty where a discount names none
 * @param fen the amount in hundredths of the company's currency: positive for sales and returns, negative for discounts
 * @param why the reason to look at it, if there is one
 */
record SaleLine(
        Id id,
        Kind kind,
        String outlet,
        @Nullable String seller,
        String product,
        long quantity,
        long fen,
        @Nullable String why) {
    /** What a line does. */
    enum Kind {
        SALE,
        RETURN,
        /** Takes money off its document; what each of the document's lines bears of it comes apart. */
        DISCOUNT
    }

    boolean isReturn() {
        return kind == Kind.RETURN;
    }

    boolean isDiscount() {
        return kind == Kind.DISCOUNT;
    }

    /** The version of a line that counts. */
    record Id(String docNo, long lineNo, int version) {}
}
