package io.dayclose.consignment;

/** Reasons for suspense that are no break of their own. */
public final class SuspenseReason {
    /** People have taken it off what it was matched with. */
    public static final String UNMATCHED = "UNMATCHED";

    /** It waits for people to say how a group is paid. */
    public static final String PROPOSED = "PROPOSED";

    /** It was paid for a parcel that has come back: it is the dealer's. */
    public static final String CREDIT = "CREDIT";

    /** A receipt that no statement or settlement explains. */
    public static final String UNPLACED = "UNPLACED";

    private SuspenseReason() {}
}
