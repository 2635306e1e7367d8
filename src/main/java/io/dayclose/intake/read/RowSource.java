package io.dayclose.intake.read;

import io.dayclose.intake.Remark;
import io.dayclose.text.Bilingual;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source's rows, one after the other, without holding them. */
public interface RowSource extends Closeable {
    /** Ends the name of a file that states the totals of the file beside it. */
    String TOTALS = ".ctl";

    /** More lines than a sheet has: the lines of the second table that is read begin behind it. */
    long LINES_OF_A_TABLE = 10_000_000;

    /** A row's number in its source: where the source has several tables, the table's number stands before the line's. */
    static long line(int table, long line) {
        return table * LINES_OF_A_TABLE + line;
    }

    /** A row's number as people find it: of several tables with the name of its own. */
    static String place(List<String> tables, long line) {
        return tables.isEmpty()
                ? String.valueOf(line)
                : tables.get((int) (line / LINES_OF_A_TABLE)) + ":" + line % LINES_OF_A_TABLE;
    }

    List<String> header();

    /** The names of the tables the rows come from, in order; none when there is only one. */
    default List<String> tables() {
        return List.of();
    }

    /** What ended the reading before the end, empty while all is well. Only damage: what may pass is thrown. */
    default Optional<Bilingual> damage() {
        return Optional.empty();
    }

    /** What is to be told of the source as a whole; complete once its rows have been read to the end. */
    default List<Remark> remarks() {
        return List.of();
    }

    /** The next row, or null after the last. */
    @Nullable
    SourceRow next() throws IOException;
}
