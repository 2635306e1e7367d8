package io.dayclose.ledger;

/** Why an entry was posted, in the order in which a night posts them apart. */
public enum Cause {
    PLAN_CHANGED,
    LATE,
    CORRECTION,
    SALE,
    RETURN,
    GATE,
    DECISION
}
