package io.dayclose.consignment;

/** How a break stands: the states of {@code break_item}. */
public enum BreakState {
    OPEN,
    /** It was resolved, and is there again. */
    REOPENED,
    INVESTIGATING,
    WITH_CARRIER,
    WITH_DEALER,
    /** A person has ended it. */
    RESOLVED,
    /** It was not found again. */
    AUTO_CLEARED
}
