package io.dayclose.intake.parse;

import io.dayclose.intake.Reason;

/** Thrown when a text is not what its column holds. Carries no stack trace: it is a value, not an accident. */
final class UnreadableCell extends RuntimeException {
    private final Reason reason;

    UnreadableCell(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
