package io.dayclose.intake.source;

import java.util.Optional;

/**
 * One source of a feed on a night, as registered.
 *
 * @param position rows (or the last voucher id) already taken in
 * @param limit for stored vouchers: the last voucher id to try
 * @param sheet of a workbook on which returned vouchers were mended, the one that is read
 * @param sender the branch a file's name says it is from
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
        Optional<String> sheet) {
    /** What kind of source it is. */
    public enum Kind {
        FILE,
        QUERY,
        MENDED,
        WAITING,
        RETURNED
    }
}
