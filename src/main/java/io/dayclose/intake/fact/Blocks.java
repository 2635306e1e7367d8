package io.dayclose.intake.fact;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The blocks of one source, one after the other. */
interface Blocks extends Closeable {
    /** The next block, or null when there are no more. */
    @Nullable
    Block next();

    @Override
    void close();
}
