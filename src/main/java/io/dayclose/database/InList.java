package io.dayclose.database;

import java.util.Collection;
import java.util.Collections;

/** {@code IN (…)} of as many values as there are. */
public final class InList {
    private InList() {}

    /** The places for so many values, such as {@code ?, ?, ?}. */
    public static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    public static String marks(Collection<?> values) {
        return marks(values.size());
    }
}
