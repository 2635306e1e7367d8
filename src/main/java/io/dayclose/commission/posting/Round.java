package io.dayclose.commission.posting;

import io.dayclose.ledger.store.PostingHeader;
import io.dayclose.period.ClosedMonths;
import java.time.LocalDate;

/**
 * One time of bringing the ledger to its targets.
 *
 * @param runId the run that does it, 0 for one that keeps nothing
 * @param asOf the business date gates are asked on and entries bear: the run's, or a later one that has been posted before,
 *     because books only move forward
 */
public record Round(long id, long runId, LocalDate asOf) {
    PostingHeader slip(MonthGroup group, ClosedMonths closed) {
        return new PostingHeader(group.origin(), closed.postingMonth(group.origin(), asOf), asOf, signature(), runId);
    }

    /** What it signs its entries with. */
    String signature() {
        return "round " + id;
    }
}
