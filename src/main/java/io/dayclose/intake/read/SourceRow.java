package io.dayclose.intake.read;

/** One row as it stands in a source; {@code damaged} when its cells cannot be told apart. */
public record SourceRow(long line, String[] cells, boolean damaged) {}
