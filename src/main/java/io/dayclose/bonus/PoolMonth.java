package io.dayclose.bonus;

import io.dayclose.bonus.Assessment.Awarded;
import io.dayclose.bonus.Assessment.Incomplete;
import io.dayclose.bonus.TracedFigure.Kind;
import io.dayclose.config.bonus.Distribution.By;
import io.dayclose.config.bonus.Pool;
import io.dayclose.config.bonus.ScopeKind;
import io.dayclose.money.Allocation;
import io.dayclose.money.Rounding;
import io.dayclose.target.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One unit's pool and its second distribution (plans.md, "A bonus plan"): round(percent × metric ÷ 100, 2), never below 0,
 * divided in proportion to role weight × measure; the parts add up to the pool to the fen.
 */
final class PoolMonth {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SHOWN = 6;

    private final Pool pool;
    private final Scope unit;
    private final List<Participant> people;
    private final Figures figures;
    private final Optional<BigDecimal> metric;

    /** @param people of the unit; of equal remainders the one whose code comes first gets the fen */
    PoolMonth(Pool pool, Scope unit, List<Participant> people, Figures figures) {
        this.pool = pool;
        this.unit = unit;
        this.people = people.stream()
                .sorted(Comparator.comparing(Participant::person))
                .toList();
        this.figures = figures;
        metric = figures.actual(pool.of(), unit);
    }

    /** Somebody whose unit is not known has no pool to share in. */
    static Assessment withoutUnit(Participant participant) {
        return new Awarded(participant, List.of(), Optional.empty(), Optional.empty(), Rounding.NO_FEN, "NO_UNIT");
    }

    List<Assessment> assess() {
        var missing = missing();
        if (!missing.isEmpty()) {
            return people.stream()
                    .<Assessment>map(person -> new Incomplete(person, readings(person), missing))
                    .toList();
        }
        var parts = Allocation.of(amount().orElseThrow(), weights(), 2);
        return IntStream.range(0, people.size())
                .<Assessment>mapToObj(nth -> awarded(people.get(nth), parts.get(nth)))
                .toList();
    }

    private Awarded awarded(Participant person, BigDecimal part) {
        return new Awarded(person, readings(person), Optional.empty(), Optional.empty(), part, reason(part));
    }

    private String reason(BigDecimal part) {
        boolean empty = amount().filter(sum -> sum.signum() > 0).isEmpty();
        return part.signum() > 0 ? "" : empty ? "POOL_EMPTY" : "NO_SHARE";
    }

    /** Of the pool's metric, and of each person's score: without one of them nobody's part is known. */
    private List<Missing> missing() {
        var missing = new ArrayList<Missing>();
        if (metric.isEmpty()) {
            missing.add(new Missing(Missing.What.METRIC, pool.of(), unit));
        }
        people.stream()
                .filter(person -> measure(person).isEmpty())
                .map(person -> new Missing(
                        Missing.What.METRIC, pool.distribution().by().metric(), person.scope(ScopeKind.PERSON)))
                .forEach(missing::add);
        return missing;
    }

    private Optional<BigDecimal> amount() {
        return metric.map(
                value -> Rounding.partInFen(pool.percent(), value, HUNDRED).max(Rounding.NO_FEN));
    }

    /** Role weight × measure; when that is nothing for all of them, role weight alone. */
    private List<BigDecimal> weights() {
        var weights = people.stream().map(this::share).toList();
        return weights.stream().allMatch(weight -> weight.signum() == 0)
                ? people.stream().map(this::roleWeight).toList()
                : weights;
    }

    private BigDecimal share(Participant person) {
        return roleWeight(person)
                .multiply(measure(person).orElse(BigDecimal.ZERO).max(BigDecimal.ZERO));
    }

    private BigDecimal roleWeight(Participant person) {
        return pool.distribution().roleWeights().getOrDefault(person.role(), BigDecimal.ZERO);
    }

    /** Who has sold nothing has no net amount, and that is 0; a score that nobody gave is not. */
    private Optional<BigDecimal> measure(Participant person) {
        var by = pool.distribution().by();
        if (by == By.EQUAL) {
            return Optional.of(BigDecimal.ONE);
        }
        var measure = figures.actual(by.metric(), person.scope(ScopeKind.PERSON));
        return by == By.NET_AMOUNT ? measure.or(() -> Optional.of(BigDecimal.ZERO)) : measure;
    }

    private List<TracedFigure> readings(Participant person) {
        return Stream.of(
                        new TracedFigure(
                                Kind.POOL,
                                pool.of(),
                                unit,
                                pool.percent().toPlainString() + " %",
                                Optional.of(pool.percent()),
                                metric,
                                Optional.empty(),
                                amount()),
                        new TracedFigure(
                                Kind.SHARE,
                                pool.distribution().by().metric(),
                                person.scope(ScopeKind.PERSON),
                                person.role(),
                                Optional.of(roleWeight(person)),
                                measure(person),
                                Optional.empty(),
                                Optional.of(Rounding.to(share(person), SHOWN))))
                .toList();
    }
}
