package io.dayclose.bonus;

import java.time.LocalDateTime;

/**
 * Something that was done to a plan's month: who, when, why, and from which figures. Never changed afterwards.
 *
 * @param step of APPROVE the role that agreed, else empty
 * @param reason empty when none was given
 * @param digest of the figures it was done from
 */
public record ApprovalEvent(Kind kind, String step, Actor by, LocalDateTime at, String reason, String digest) {
    /** What can be done. */
    public enum Kind {
        /** Works the figures out, as often as wanted. */
        DRAFT,
        /** Freezes them and asks for approval. */
        SUBMIT,
        /** Agrees for the step that is waited for. */
        APPROVE,
        /** Sends it back. */
        REJECT,
        /** Takes it back. */
        WITHDRAW
    }
}
