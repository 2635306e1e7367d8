package io.dayclose.target;

import io.dayclose.money.Allocation;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A target broken down to those below: who has a target of his own keeps it; what is left of the parent's is shared among the
 * others by what each brought in the last three months (below 0 counts as 0; where nobody brought anything all have the same),
 * adding up exactly.
 *
 * @param targets by code, in the order of the children
 * @param finding what does not fit, empty when the parts add up to the whole
 */
public record Parts(Map<String, BigDecimal> targets, Optional<Finding> finding) {

    public Parts {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    /**
     * One of those a target is broken down to.
     *
     * @param own the target given for him
     * @param history what he brought in the three months before
     */
    public record Child(String code, Optional<BigDecimal> own, BigDecimal history) {}

    /** Why parts do not add up to the whole. */
    public enum Kind {
        /** The targets given to children exceed their parent's: the others get 0. */
        OVER,
        /** Every child has its own target and some of the parent's is left over. */
        LEFT_OVER
    }

    /**
     * Parts that do not add up to the whole.
     *
     * @param amount by how much they differ, above 0 for a target above 0
     */
    public record Finding(Kind kind, BigDecimal amount) {}

    /** @param decimals of the smallest unit; whole and own targets are rounded half-up to it first */
    public static Parts of(BigDecimal whole, List<Child> children, int decimals) {
        var targets = new LinkedHashMap<String, BigDecimal>();
        var others = new ArrayList<Child>();
        var rest = Rounding.to(whole, decimals);
        for (var child : children) {
            if (child.own().isPresent()) {
                var own = Rounding.to(child.own().get(), decimals);
                targets.put(child.code(), own);
                rest = rest.subtract(own);
            } else {
                others.add(child);
            }
        }
        var finding = finding(whole.signum(), rest, !children.isEmpty() && others.isEmpty());
        share(finding.isPresent() ? BigDecimal.ZERO : rest, others, decimals, targets);
        return new Parts(targets, finding);
    }

    private static Optional<Finding> finding(int sign, BigDecimal rest, boolean nobodyElse) {
        if (rest.signum() == 0) {
            return Optional.empty();
        }
        if (rest.signum() != sign) {
            return Optional.of(new Finding(Kind.OVER, sign < 0 ? rest : rest.negate()));
        }
        return nobodyElse ? Optional.of(new Finding(Kind.LEFT_OVER, rest)) : Optional.empty();
    }

    private static void share(BigDecimal rest, List<Child> others, int decimals, Map<String, BigDecimal> targets) {
        var weights = others.stream()
                .map(child -> child.history().max(BigDecimal.ZERO))
                .toList();
        var parts = Allocation.of(rest, weights, decimals);
        for (int each = 0; each < parts.size(); each++) {
            targets.put(others.get(each).code(), parts.get(each));
        }
    }
}
