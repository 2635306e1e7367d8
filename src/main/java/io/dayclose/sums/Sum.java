package io.dayclose.sums;

import java.math.BigDecimal;

/** Quantities and amounts of lines, kinds apart, and the documents they stand in; gross is less discounts. */
final class Sum {
    private long documents;
    private long soldQuantity;
    private long returnedQuantity;
    private long grossFen;
    private long returnedFen;
    private long discountFen;

    void add(SaleLine line) {
        if (line.isReturn()) {
            returnedQuantity = Math.addExact(returnedQuantity, line.quantity());
            returnedFen = Math.addExact(returnedFen, line.fen());
        } else {
            soldQuantity = Math.addExact(soldQuantity, line.quantity());
            grossFen = Math.addExact(grossFen, line.fen());
        }
    }

    /** @param fen zero or less */
    void addDiscount(long fen) {
        grossFen = Math.addExact(grossFen, fen);
        discountFen = Math.addExact(discountFen, fen);
    }

    void addDocument() {
        documents++;
    }

    long documents() {
        return documents;
    }

    long soldQuantity() {
        return soldQuantity;
    }

    long returnedQuantity() {
        return returnedQuantity;
    }

    BigDecimal grossAmount() {
        return BigDecimal.valueOf(grossFen, 2);
    }

    /** What was taken off gross: zero or less. */
    BigDecimal discountAmount() {
        return BigDecimal.valueOf(discountFen, 2);
    }

    BigDecimal returnedAmount() {
        return BigDecimal.valueOf(returnedFen, 2);
    }
}
