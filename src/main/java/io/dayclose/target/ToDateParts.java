package io.dayclose.target;

import io.dayclose.money.Allocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Targets to date that add up: a month is cut into days for everybody apart, so what parts are to have brought by a day may differ from
 * their whole's by some of the smallest units. Where the parts' months make up the whole's month, the whole's target to date is divided
 * among them as their own say, by largest remainder, from the company down.
 */
public final class ToDateParts {
    private ToDateParts() {}

    /**
     * A month's target and what of it is to be there by now.
     *
     * @param parent who stands above him, empty for the company and for those who belong to nobody
     */
    public record Part(Optional<Scope> parent, BigDecimal month, BigDecimal toDate) {}

    /**
     * The targets to date of all.
     *
     * @param decimals of the metric's smallest unit
     */
    public static Map<Scope, BigDecimal> of(Map<Scope, Part> parts, int decimals) {
        var toDate = new TreeMap<Scope, BigDecimal>();
        var children = new TreeMap<Scope, List<Scope>>();
        new TreeMap<>(parts).forEach((scope, part) -> {
            toDate.put(scope, part.toDate());
            part.parent().filter(parts::containsKey).ifPresent(parent -> children.computeIfAbsent(
                            parent, any -> new ArrayList<>())
                    .add(scope));
        });
        // a scope's order is that of its kind: wholes before their parts
        children.forEach((whole, below) -> {
            var months = below.stream()
                    .map(scope -> Objects.requireNonNull(parts.get(scope)).month())
                    .toList();
            var own = below.stream().map(toDate::get).toList();
            if (Amounts.sum(months)
                                    .compareTo(Objects.requireNonNull(parts.get(whole))
                                            .month())
                            == 0
                    && own.stream().allMatch(each -> each.signum() >= 0)) {
                var fitted = Allocation.of(Objects.requireNonNull(toDate.get(whole)), own, decimals);
                for (int i = 0; i < below.size(); i++) {
                    toDate.put(below.get(i), fitted.get(i));
                }
            }
        });
        return Collections.unmodifiableMap(toDate);
    }
}
