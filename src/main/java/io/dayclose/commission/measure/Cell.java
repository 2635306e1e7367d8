package io.dayclose.commission.measure;

import io.dayclose.commission.Bucket;
import io.dayclose.commission.Credit.Account;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * Whose lines of which origin month are summed together, and those of them that rules treat alike. Cells are ordered as the
 * tables keep them: rows that come in that order are written, and read again, with the least effort.
 */
public record Cell(Account account, YearMonth origin, Bucket bucket) implements Comparable<Cell> {
    private static final Comparator<Bucket> BY_BUCKET = Comparator.<Bucket, LocalDate>comparing(Bucket::version)
            .thenComparing(Bucket::unit)
            .thenComparing(Bucket::soldOn)
            .thenComparing(Bucket::cardOn)
            .thenComparing(bucket -> bucket.afterClose());

    @Override
    public int compareTo(Cell other) {
        int byPlan = account.plan().compareTo(other.account.plan());
        int byOrigin = byPlan != 0 ? byPlan : origin.compareTo(other.origin);
        int byAccount = byOrigin != 0 ? byOrigin : account.compareTo(other.account);
        return byAccount != 0 ? byAccount : BY_BUCKET.compare(bucket, other.bucket);
    }
}
