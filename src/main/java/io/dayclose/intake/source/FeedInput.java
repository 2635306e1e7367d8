package io.dayclose.intake.source;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One source of a feed on a night, as registered.
 * Wide: what reading one source needs.
 *
 * @param position rows (or the last voucher id) already taken in
 * @param limit for stored vouchers: the last voucher id to try
 * @param sheet of a workbook on which returned vouchers were mended, the one that is read
 * @param sender the branch a file's name says it is from
 * @param first for what is read again after its feed's file was mended
 * @param archivedAs for files and queries: where the bytes lie, below the home
 */
public record FeedInput(
        long id,
        Kind kind,
        String name,
        String archivedAs,
        long position,
        long limit,
        Optional<String> sender,
        Optional<String> sheet,
        Optional<First> first) {

    /** The source whose rows are derived anew from the same bytes, and whether it was a query's. */
    public record First(long id, LocalDate night, boolean query) {}

    /** What kind of source it is. */
    public enum Kind {
        FILE,
        QUERY,
        MENDED,
        WAITING,
        RETURNED,
        AGAIN
    }
}
