package io.dayclose.commission;

import io.dayclose.commission.MonthEarning.Part;
import io.dayclose.commission.MonthEarning.Unit;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What one account's lines of one origin month come to, summed by what the rules tell apart. Sales are added, and their
 * returns, in any order; nothing is rounded until the target is asked for.
 */
public final class AccountMonth {
    private final Map<Bucket, Measures> sums = new LinkedHashMap<>();
    private final Map<Bucket, Long> lines = new HashMap<>();

    /** Adds one line. */
    public AccountMonth add(Bucket bucket, Measures measures) {
        return add(bucket, measures, 1);
    }

    /**
     * Adds lines that are alike.
     *
     * @param count negative for lines that count for somebody else now: a bucket without a line left is no more
     */
    public AccountMonth add(Bucket bucket, Measures measures, long count) {
        var sum = sums.merge(bucket, measures, Measures::plus);
        if (lines.merge(bucket, count, Long::sum) == 0 && sum.isNothing()) {
            sums.remove(bucket);
            lines.remove(bucket);
        }
        return this;
    }

    public AccountMonth add(AccountMonth other) {
        other.sums.forEach((bucket, measures) -> add(bucket, measures, other.lines.getOrDefault(bucket, 0L)));
        return this;
    }

    public Map<Bucket, Measures> sums() {
        return sums;
    }

    /** The lines of some buckets only. */
    AccountMonth where(Predicate<Bucket> wanted) {
        var some = new AccountMonth();
        sums.forEach((bucket, measures) -> {
            if (wanted.test(bucket)) {
                some.add(bucket, measures, lines.getOrDefault(bucket, 0L));
            }
        });
        return some;
    }

    Measures measures() {
        return sums.values().stream().reduce(Measures.NONE, Measures::plus);
    }

    /** The measure the plan pays by, over all versions. */
    public BigDecimal base(Terms terms) {
        return sums.entrySet().stream().map(each -> base(terms, each)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal base(Terms terms, Map.Entry<Bucket, Measures> each) {
        return each.getValue().paidBy(terms.version(each.getKey().version()));
    }

    /** What the account should have on the day of the terms, while its month is open. */
    public Target target(Terms terms) {
        var earning = earning(terms);
        var bases = bases(terms);
        return new Target(measures(), bases.total(), earning, Split.of(earning.earned(), bases), waits(terms));
    }

    /** Whether the passing of days alone may change what is payable. */
    private boolean waits(Terms terms) {
        return sums.keySet().stream().anyMatch(bucket -> state(terms, bucket) == LineGates.State.WAITING);
    }

    public MonthEarning earning(Terms terms) {
        return MonthEarning.of(parts(terms), terms.month().lengthOfMonth());
    }

    /** The versions that pay within the month, each with the lines of its days. */
    public List<Part> parts(Terms terms) {
        var byVersion = new TreeMap<LocalDate, Measures>();
        sums.forEach((bucket, measures) -> byVersion.merge(bucket.version(), measures, Measures::plus));
        terms.outlets().keySet().forEach(version -> byVersion.putIfAbsent(version, Measures.NONE));
        var parts = new ArrayList<Part>();
        byVersion.forEach((from, measures) -> {
            var version = terms.version(from);
            parts.add(new Part(version, measures, units(version, measures, terms)));
        });
        return parts;
    }

    private List<Unit> units(PlanVersion version, Measures all, Terms terms) {
        if (!(version.rate() instanceof Rate.Fixed)) {
            return List.of();
        }
        if (!version.paysPerOutlet()) {
            return List.of(new Unit("", terms.month().lengthOfMonth(), all));
        }
        return terms.outlets().getOrDefault(version.from(), List.of()).stream()
                .map(outlet -> new Unit(outlet.code(), outlet.days(), at(version, outlet.code())))
                .toList();
    }

    private Measures at(PlanVersion version, String outlet) {
        return where(bucket ->
                        bucket.version().equals(version.from()) && bucket.unit().equals(outlet))
                .measures();
    }

    Split.Bases bases(Terms terms) {
        var total = BigDecimal.ZERO;
        var cleared = BigDecimal.ZERO;
        var expired = BigDecimal.ZERO;
        for (var each : sums.entrySet()) {
            var base = base(terms, each);
            total = total.add(base);
            switch (state(terms, each.getKey())) {
                case CLEARED -> cleared = cleared.add(base);
                case EXPIRED -> expired = expired.add(base);
                case WAITING -> {
                    // neither payable nor lost yet
                }
            }
        }
        return new Split.Bases(total, cleared, expired);
    }

    /** Whether lines of a bucket are cleared, wait or are lost. */
    public static LineGates.State state(Terms terms, Bucket bucket) {
        return bucket.soldOn().equals(Bucket.AT_ONCE)
                ? LineGates.State.CLEARED
                : LineGates.of(terms.gates(terms.version(bucket.version())), bucket.sold(), terms.on());
    }
}
