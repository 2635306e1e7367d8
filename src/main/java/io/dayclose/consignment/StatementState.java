package io.dayclose.consignment;

/** How a carrier's statement stands: the states of {@code carrier_statement}. */
public enum StatementState {
    /** Its lines come to what it states. */
    FOOTED,
    /** The bank has confirmed what it pays. */
    BANK_CONFIRMED,
    /** It does not come to what it states, and none of its revisions counts. */
    QUARANTINED,
    /** All of its lines stand in another statement. */
    DUPLICATE
}
