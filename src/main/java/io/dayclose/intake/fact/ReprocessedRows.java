package io.dayclose.intake.fact;

import io.dayclose.intake.FeedNight;
import io.dayclose.intake.source.FeedInput;
import java.util.Arrays;

/**
 * What became of the rows of a source that is derived anew, as far as they are no facts: the voucher each line has, or
 * that another record has taken its place. Two numbers a voucher, found by the line.
 */
public final class ReprocessedRows {
    private static final long REPLACED = -1;

    /** A later line of the same source took the place: it is derived anew as well, and takes it again if it still does. */
    private static final String LATER_LINE = "EXISTS (SELECT 1 FROM voucher o WHERE o.source_id = v.source_id"
            + " AND o.voucher_key = v.voucher_key AND o.source_line > v.source_line AND o.resolved_on IS NULL)";

    private final long[][] vouchers;
    private final boolean openOnly;

    /** Of a source of an earlier night only the lines that still wait for their sender are of interest. */
    ReprocessedRows(FeedNight work, FeedInput.First first) {
        openOnly = first.night().isBefore(work.night());
        vouchers = work.jdbc()
                .query(
                        "SELECT source_line, CASE WHEN resolved_on IS NULL THEN voucher_id WHEN " + LATER_LINE
                                + " THEN 0 ELSE -1 END FROM voucher v WHERE source_id = ? AND "
                                + (openOnly
                                        ? "resolved_on IS NULL AND decision = 'RETURNED'"
                                        : "(resolved_on IS NULL OR resolution = 'REPLACED')")
                                + " ORDER BY source_line, voucher_id",
                        (row, n) -> new long[] {row.getLong(1), row.getLong(2)},
                        first.id())
                .toArray(long[][]::new);
    }

    /** Whether a line is to be derived at all. */
    boolean wants(long line) {
        return !openOnly || find(line) >= 0;
    }

    /** The open voucher of a line, 0 when it has none. */
    long voucher(long line) {
        int found = find(line);
        return found < 0 || vouchers[found][1] == REPLACED ? 0 : vouchers[found][1];
    }

    /** Whether another record has taken the place of a line. */
    boolean isReplaced(long line) {
        int found = find(line);
        return found >= 0 && vouchers[found][1] == REPLACED;
    }

    /** Whether a line has never become a fact. */
    boolean hasVoucher(long line) {
        return find(line) >= 0;
    }

    private int find(long line) {
        return Arrays.binarySearch(vouchers, new long[] {line, 0}, (a, b) -> Long.compare(a[0], b[0]));
    }
}
