package io.dayclose.intake.parse;

import io.dayclose.intake.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row in canonical form: the text and the typed value of each column, and what could not be read. */
public record Parsed(long line, String[] texts, @Nullable Object[] values, List<Fault> faults) {}
