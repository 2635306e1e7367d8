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
                month.add(bucket, sum.measures(), sum.lines());
            }
        });
        return month;
    }

    /** What the cells that have changed come to now. */
    Map<Bucket, Sums> changed() {
        var changed = new HashMap<Bucket, Sums>();
        changes.values()
                .forEach(some -> some.forEach(
                        (bucket, sums) -> changed.computeIfAbsent(bucket, any -> Sums.all(known.get(bucket)))
                                .add(sums)));
        return changed;
    }

    /** All lines of it together, changes included. */
    Sums now() {
        var now = new Sums();
        known.values().forEach(now::add);
        changes.values().forEach(some -> some.values().forEach(now::add));
        return now;
    }
}
