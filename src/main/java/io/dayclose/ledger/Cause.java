package io.dayclose.ledger;

/** Why an entry was posted: what changed since the night before. */
public enum Cause {
    SALE,
    RETURN,
    LATE,
    CORRECTION,
    PLAN_CHANGED,
    GATE,
    DECISION
}
