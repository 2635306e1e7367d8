package io.dayclose.commission;

/** Why a line, or a share of it, counts for nobody. */
public enum NotCredited {
    /** No plan pays lines like it. */
    NO_PLAN,
    /** There is nobody of the kind the plan pays. */
    NO_PAYEE,
    /** Its plan is measured by margin and the product's cost is not known. */
    NO_COST,
    /** It takes back a sale that was cancelled. */
    NO_ORIGINAL,
    /** It takes back a sale later than the plan lets returns count. */
    OUTSIDE_WINDOW
}
