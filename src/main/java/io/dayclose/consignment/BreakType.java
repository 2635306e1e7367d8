package io.dayclose.consignment;

/** What kind of difference there is between two sides; every difference is exactly one of them. */
public enum BreakType {
    /** Due, past the days of grace, and nothing of it was collected. */
    NOT_REMITTED,
    /** Some of it was collected; this is missing. */
    SHORT,
    /** More than what was due. */
    OVER,
    /** The fee is not the agreed one. */
    FEE_VARIANCE,
    /** Nobody knows the waybill. */
    UNKNOWN_WAYBILL,
    /** The waybill is another carrier's. */
    WRONG_CARRIER,
    /** The same collection stated again. */
    DUPLICATE_LINE,
    /** Collected although it was refused. */
    PAID_REFUSED,
    /** Collected although it had been returned. */
    PAID_RETURNED,
    /** Taken back without a reason of ours. */
    REFUND_UNEXPECTED,
    /** In another currency than it is due. */
    CURRENCY,
    /** They say delivered, we say on its way or lost. */
    STATUS,
    /** Several fit equally well. */
    AMBIGUOUS,
    /** The pay day is over and no statement covers the cycle. */
    STATEMENT_MISSING,
    /** A statement whose lines do not add up to what it states. */
    FOOTING,
    /** The bank shows another amount than the statement. */
    BANK_GAP,
    /** A statement does not begin where the last one ended. */
    CARRY_MISMATCH,
    /** The cash was cancelled and the goods have not come back. */
    GOODS_NOT_BACK,
    /** Small shortages of one statement that add up to more than is tolerated. */
    TOLERANCE_CAP,
    /** More was settled than was sold. */
    OVER_SETTLED
}
