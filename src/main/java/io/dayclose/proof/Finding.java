package io.dayclose.proof;

/**
 * Something that was changed by hand, or worked out wrongly.
 *
 * @param table where it stands
 * @param what which of its rows
 * @param expected what follows from everything else, or stood there when it was sealed
 * @param found what stands there now
 */
public record Finding(String table, String what, String expected, String found) {}
