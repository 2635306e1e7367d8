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

    /** Whether a copy may have arrived: its sender died on the way, or the line broke after the last dot. */
    boolean mayHaveArrived() {
        return state.equals("SENDING") || state.equals("UNCONFIRMED");
    }

    /** Whether even the second copy met a death on the way: a third one is for a person to decide. */
    boolean isTwiceUncertain() {
        return state.equals("RESENDING");
    }
}
