package io.dayclose.commission;

import io.dayclose.config.plan.PlanVersion.Measure;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the lines credited to a payee come to: net amount and gross margin in the company's currency, net quantity in
 * pieces, each after shares and returns, unrounded. Lines without a cost have no margin and are left out of that one.
 */
public record Measures(Map<Measure, BigDecimal> values) {
    public static final Measures NONE = new Measures(Map.of());

    public Measures {
        values = Map.copyOf(values);
    }

    public BigDecimal of(Measure measure) {
        return values.getOrDefault(measure, BigDecimal.ZERO);
    }

    public Measures plus(Measures other) {
        var sum = new EnumMap<Measure, BigDecimal>(Measure.class);
        for (var measure : Measure.values()) {
            sum.put(measure, of(measure).add(other.of(measure)));
        }
        return new Measures(sum);
    }

    /** A share of them, such as 0.7. */
    public Measures times(BigDecimal share) {
        var part = new EnumMap<Measure, BigDecimal>(Measure.class);
        for (var measure : Measure.values()) {
            part.put(measure, of(measure).multiply(share));
        }
        return new Measures(part);
    }
}
