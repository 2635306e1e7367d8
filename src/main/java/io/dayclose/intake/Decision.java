package io.dayclose.intake;

/** What becomes of a record. The first six are counted; {@code PENDING} exists only inside a night. */
public enum Decision {
    /** A new fact. */
    ACCEPTED,
    /** A new version of a fact. */
    CORRECTED,
    /** The same content again: counted, ignored. */
    DUPLICATE,
    /** Dated after the night: tried again on its day. */
    WAITING,
    /** The sender can mend it: tried again every night. */
    RETURNED,
    /** Can never be valid. */
    REFUSED,
    /** Refers to other records of the night: decided when all of them have been read. */
    PENDING
}
