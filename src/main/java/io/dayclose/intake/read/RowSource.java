package io.dayclose.intake.read;

import io.dayclose.intake.Remark;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source's rows, one after the other, without holding them. */
public interface RowSource extends Closeable {
    /** Ends the name of a file that states the totals of the file beside it. */
    String TOTALS = ".ctl";

    List<String> header();

    /** What ended the reading before the end, empty while all is well. Only damage: what may pass is thrown. */
    default Optional<String> damage() {
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
