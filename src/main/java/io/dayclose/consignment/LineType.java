package io.dayclose.consignment;

/** What a line of a remittance statement says. */
public enum LineType {
    COLLECT,
    REFUND,
    FEE,
    ADJUST,
    CLAIM,
    REVERSAL,
    CARRY;

    /** Whether its gross is cash that has to be placed; a fee is compared, a balance carried is checked. */
    boolean isCash() {
        return this != FEE && this != CARRY;
    }
}
