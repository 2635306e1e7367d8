package io.dayclose.intake.read;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of one table as they stand, from the first to the last, each with as many cells as it has. */
interface TableRows extends Closeable {
    /**
     * The next row that has a cell with text, or null after the last.
     *
     * @throws UnreadableFile when the rest cannot be read
     */
    @Nullable
    SourceRow next() throws IOException;

    /** Whether a row has all its cells: a workbook keeps no empty ones, a text has a delimiter for each. */
    default boolean isWhole(String[] cells, int width) {
        return true;
    }

    /** Tells in which columns a merged cell is one figure, which counts once and not for each of its rows. */
    default void countOnce(int[] columns) {
        // most kinds of table have no merged cells
    }

    /** Tells how many cells a whole row has, once the header is known. */
    default void expect(int width) {
        // most kinds of table cannot get their rows wrong
    }
}
