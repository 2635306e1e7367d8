package io.dayclose.intake.parse;

import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;

/** Thrown when a text is not what its column holds. Carries no stack trace: it is a value, not an accident. */
final class UnreadableCell extends RuntimeException {
    private final Reason reason;
    private final String expected;

    UnreadableCell(Reason reason) {
        this(reason, "");
    }

    /** @param expected what the text was measured by */
    UnreadableCell(Reason reason, String expected) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.expected = expected;
    }

    Fault in(String column, String text) {
        return new Fault(reason, column, text, expected);
    }
}
