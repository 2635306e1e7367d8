package io.dayclose.target.metric;

import io.dayclose.config.metric.Metric;
import io.dayclose.target.Scope;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a metric comes to for everybody who has a figure. */
public record MetricValues(Metric metric, Map<Scope, BigDecimal> values) {

    public MetricValues {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The figure of a scope. Without one it is 0 of what is counted, and unknown of a proportion or a mark. */
    public Optional<BigDecimal> of(Scope scope) {
        return Optional.ofNullable(values.get(scope))
                .or(() -> metric.unit().isCounted() ? Optional.of(BigDecimal.ZERO) : Optional.empty());
    }
}
