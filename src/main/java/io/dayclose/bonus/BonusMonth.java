package io.dayclose.bonus;

import io.dayclose.config.bonus.Bonus;
import io.dayclose.config.bonus.BonusVersion;
import io.dayclose.config.bonus.Pool;
import io.dayclose.config.bonus.ScopeKind;
import io.dayclose.config.bonus.Scorecard;
import io.dayclose.target.Scope;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** A bonus plan's month, worked out for all who take part. */
public final class BonusMonth {
    private final Bonus bonus;
    private final BonusVersion version;
    private final YearMonth month;

    /** @param version the plan's version in force in the month */
    public BonusMonth(Bonus bonus, BonusVersion version, YearMonth month) {
        this.bonus = bonus;
        this.version = version;
        this.month = month;
    }

    /** @param people of the roles that take part */
    public BonusStatement sheet(Collection<Participant> people, Figures figures) {
        var taking = people.stream()
                .filter(person -> version.participants().roles().contains(person.role()))
                .toList();
        var assessments = version.way() instanceof Scorecard card
                ? scorecards(card, taking, figures)
                : pools((Pool) version.way(), taking, figures);
        return BonusStatement.of(bonus.name(), month, assessments);
    }

    private List<Assessment> scorecards(Scorecard card, List<Participant> people, Figures figures) {
        return people.stream()
                .map(person -> new ScorecardMonth(
                                card,
                                person,
                                person.measuredBy(version.participants().measuredBy()),
                                figures)
                        .assess())
                .toList();
    }

    /** A unit without anybody who takes part has no pool. */
    private static List<Assessment> pools(Pool pool, List<Participant> people, Figures figures) {
        var units = new TreeMap<String, List<Participant>>();
        var assessments = new ArrayList<Assessment>();
        for (var person : people) {
            if (pool.per() == ScopeKind.OUTLET && person.outlet().isEmpty()) {
                assessments.add(PoolMonth.withoutUnit(person));
            } else {
                units.computeIfAbsent(person.scope(pool.per()).code(), any -> new ArrayList<>())
                        .add(person);
            }
        }
        units.forEach((code, members) ->
                assessments.addAll(new PoolMonth(pool, Scope.of(pool.per().name(), code), members, figures).assess()));
        return assessments;
    }
}
