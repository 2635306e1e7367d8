package io.dayclose.target;

import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A metric's targets of one month for everybody: company → branches → outlets → persons, each level as {@link Parts} says. Below a
 * scope without a target only those have one to whom it was given; it has no target made of theirs.
 *
 * @param targets of all who have one
 * @param findings by the scope whose parts do not add up to it
 */
public record Breakdown(Map<Scope, BigDecimal> targets, Map<Scope, Parts.Finding> findings) {

    public Breakdown {
        targets = Collections.unmodifiableMap(new TreeMap<>(targets));
        findings = Collections.unmodifiableMap(new TreeMap<>(findings));
    }

    /**
     * Somebody who may have a target.
     *
     * @param parent whose target is broken down to him, empty for the company and for those nobody's target is broken down to
     * @param own the target given for him
     * @param history what he brought in the three months before
     */
    public record Place(Scope scope, Optional<Scope> parent, Optional<BigDecimal> own, BigDecimal history) {}

    /** @param decimals of the metric's smallest unit */
    public static Breakdown of(List<Place> places, int decimals) {
        var targets = new TreeMap<Scope, BigDecimal>();
        var findings = new TreeMap<Scope, Parts.Finding>();
        var children = new TreeMap<Scope, List<Place>>();
        for (var place : places) {
            place.own().ifPresent(own -> targets.put(place.scope(), Rounding.to(own, decimals)));
            place.parent().ifPresent(parent -> children.computeIfAbsent(parent, any -> new ArrayList<>())
                    .add(place));
        }
        children.forEach((parent, below) -> {
            if (targets.containsKey(parent)) {
                var parts = Parts.of(targets.get(parent), inOrder(below), decimals);
                below.forEach(place -> targets.put(
                        place.scope(), parts.targets().get(place.scope().code())));
                parts.finding().ifPresent(finding -> findings.put(parent, finding));
            }
        });
        return new Breakdown(targets, findings);
    }

    private static List<Parts.Child> inOrder(List<Place> places) {
        return places.stream()
                .map(place -> new Parts.Child(place.scope().code(), place.own(), place.history()))
                .sorted(Comparator.comparing(Parts.Child::code))
                .toList();
    }
}
