package io.dayclose.intake;

/** What is wrong with a record: why, in which column, and the value found there. */
public record Fault(Reason reason, String column, String value) {}
