package io.dayclose.delivery;

/** How a mail of the outbox stands: the states of {@code outbox_mail}. */
public enum MailState {
    /** It waits to be sent. */
    PENDING,
    /** A process is sending it, or ended on the way. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** It was not taken for now and is tried again. */
    RETRY,
    /** It was refused for good. */
    REJECTED,
    /** It may have arrived: nobody knows. */
    UNCONFIRMED,
    /** There was nobody to send it to. */
    NO_RECIPIENT,
    /** Others have got it in the place of this address. */
    REPLACED
}
