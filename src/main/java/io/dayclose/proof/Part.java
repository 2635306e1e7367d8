package io.dayclose.proof;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a table, as it is or as it was.
 *
 * @param total in the unit of the column that is added up
 * @param digest of all its rows, in any order
 */
record Part(long rows, String total, String digest) {
    /** @param columns those the digest was made of */
    record Sealed(Part part, List<String> columns) {}

    static Part of(long rows, BigDecimal total, String digest) {
        return new Part(rows, total.stripTrailingZeros().toPlainString(), digest);
    }

    String text() {
        return rows + " × " + total + " #" + digest;
    }

    static String text(@Nullable Part part) {
        return part == null ? "-" : part.text();
    }
}
