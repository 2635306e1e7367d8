package io.dayclose.delivery;

import java.time.LocalDate;

/** One mail to one recipient, as it waits in the outbox. */
record Outgoing(
        long id,
        long outboxId,
        String recipient,
        String messageId,
        String state,
        int attempts,
        String subject,
        String html,
        String plain,
        String fileName,
        LocalDate date) {

    /** Whether the process that sent it ended before it could say what became of it. */
    boolean wasCutOff() {
        return state.equals("SENDING");
    }
}
