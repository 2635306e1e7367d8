package io.dayclose.consignment;

/** Why somebody owes us. */
public enum ReceivableKind {
    /** A carrier collects on delivery. */
    COD,
    /** A dealer has sold our goods. */
    CONSIGNMENT_SETTLEMENT,
    /** A carrier has lost a parcel. */
    LOST_CLAIM
}
