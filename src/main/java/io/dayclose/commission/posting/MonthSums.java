package io.dayclose.commission.posting;

import io.dayclose.commission.AccountMonth;
import io.dayclose.commission.Bucket;
import io.dayclose.commission.measure.Sums;
import io.dayclose.ledger.Cause;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The sums of one account's month: what the ledger knows of, and what has changed since, by cause. */
final class MonthSums {
    private final Map<Bucket, Sums> known = new HashMap<>();
    private final Map<Cause, Map<Bucket, Sums>> changes = new EnumMap<>(Cause.class);

    void addKnown(Bucket bucket, Sums sums) {
        known.merge(bucket, sums, Sums::add);
    }

    void addChange(Cause cause, Bucket bucket, Sums sums) {
        changes.computeIfAbsent(cause, any -> new HashMap<>()).merge(bucket, sums, Sums::add);
    }

    boolean hasChanged() {
        return !changes.isEmpty();
    }

    AccountMonth before(Predicate<Bucket> inForce) {
        return month(known, inForce);
    }

    Map<Cause, AccountMonth> changes(Predicate<Bucket> inForce) {
        var months = new EnumMap<Cause, AccountMonth>(Cause.class);
        changes.forEach((cause, sums) -> months.put(cause, month(sums, inForce)));
        return months;
    }

    private static AccountMonth month(Map<Bucket, Sums> sums, Predicate<Bucket> inForce) {
        var month = new AccountMonth();
        sums.forEach((bucket, sum) -> {
            if (inForce.test(bucket)) {
                month.add(bucket, sum.measures());
            }
        });
        return month;
    }

    /** All of it, changes included. */
    Map<Bucket, Sums> now() {
        var now = new HashMap<Bucket, Sums>();
        known.forEach((bucket, sums) -> now.put(bucket, Sums.all(sums)));
        changes.values().forEach(some -> some.forEach((bucket, sums) -> now.merge(bucket, Sums.all(sums), Sums::add)));
        now.values().removeIf(Sums::isNothing);
        return now;
    }
}
