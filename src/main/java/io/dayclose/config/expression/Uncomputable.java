package io.dayclose.config.expression;

/** Thrown where an operation has no result. Says which one, with its values, as it would be written; carries no trace. */
public final class Uncomputable extends RuntimeException {
    public Uncomputable(String operation) {
        super(operation, null, false, false);
    }

    /** The operation with its values, such as {@code 12.00 / 0}: it needs no translation. */
    public String operation() {
        return String.valueOf(getMessage());
    }
}
