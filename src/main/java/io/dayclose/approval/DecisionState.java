package io.dayclose.approval;

/** How a decision stands: the states of {@code decision}. */
public enum DecisionState {
    /** It waits for an answer. */
    PENDING,
    APPROVED,
    REJECTED,
    /** Somebody took it back before it acted. */
    WITHDRAWN,
    /** It was approved, but nothing was left to act on. */
    LAPSED
}
