package io.dayclose.delivery;

import jakarta.mail.internet.MimeMessage;

/** A way for one mail to leave the house. */
interface Transport {
    Result send(MimeMessage message, String name);

    /** What became of a mail. */
    sealed interface Result {
        /** It was taken; {@code reply} names the server's queue id or the file. */
        record Sent(String reply) implements Result {}

        /** It was not taken, another time it may be. */
        record Retry(String reply) implements Result {}

        /** Nothing is taken at all: no connection, or our account was refused. What else is due need not be tried now. */
        record Unreachable(String reply) implements Result {}

        /** It will never be taken. */
        record Rejected(String reply) implements Result {}

        /** The line broke after the last dot: it may have been taken. */
        record Unconfirmed(String reply) implements Result {}
    }
}
