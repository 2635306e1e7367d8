package io.dayclose.intake;

/** How a source of a feed stands: the states of {@code feed_source}. */
public enum SourceState {
    /** It is registered, and not read to its end. */
    TAKEN,
    /** It has been read to its end. */
    DONE,
    /** There was nothing in it to read. */
    EMPTY,
    /** The same bytes came before. */
    DUPLICATE,
    /** It cannot be read, or not to its end. */
    UNREADABLE,
    /** It can be read and is not believed. */
    QUARANTINED,
    /** It did not come: who should have sent it did not answer. */
    SKIPPED
}
