package io.dayclose.ledger;

/** What an entry does. */
public enum EntryType {
    /** Changes what is earned while the origin month is open. */
    EARN,
    /** The same for a plan of kind subsidy. */
    SUBSIDY,
    /** Payable to held. */
    HOLD,
    /** Held to payable. */
    RELEASE,
    /** Held to forfeited, or back when negative. */
    FORFEIT,
    /** Takes commission of a closed month back after a return. */
    CLAWBACK,
    /** Late sales and corrections of a closed month. */
    ADJUST,
    /** An approved bonus. */
    BONUS,
    /** Entered by hand, with a reason and a second person. */
    MANUAL,
    /** Paid at settlement. */
    PAYOUT,
    /** Carried to the next settlement. */
    CARRY
}
