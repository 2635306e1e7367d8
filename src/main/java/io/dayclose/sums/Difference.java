package io.dayclose.sums;

/** A row of a day's sums that is not what its facts come to; {@code -} where there is none. */
public record Difference(String table, String key, String expected, String found) {}
