package io.dayclose.intake.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A source's rows, one after the other, without holding them. */
public interface RowSource extends Closeable {
    List<String> header();

    /** The next row, or null after the last. */
    @Nullable
    SourceRow next() throws IOException;
}
