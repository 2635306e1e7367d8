package io.dayclose.intake;

/**
 * What is wrong with a record.
 *
 * @param column where, empty when it is the row as a whole
 * @param value what stands there
 * @param expected what the rule measures it by, in figures and codes that need no translation; empty when there is none
 */
public record Fault(Reason reason, String column, String value, String expected) {

    public Fault(Reason reason, String column, String value) {
        this(reason, column, value, "");
    }
}
