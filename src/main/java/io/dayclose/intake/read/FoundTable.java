package io.dayclose.intake.read;

import java.util.List;

/**
 * A table whose records are read.
 *
 * @param index its place in the file
 * @param header its header, without the empty cells at its end
 * @param line the line its header stands on
 * @param above the rows above its header
 */
record FoundTable(int index, String name, List<String> header, long line, int above) {}
