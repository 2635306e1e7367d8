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
 * Forecasts that add up: what a whole has still to come is divided among its parts as their own forecasts say, by largest remainder
 * (reports.md, "One figure, one meaning"). From the company down: branches, outlets, persons.
 *
 * <p>Where the parts do not make up the whole, because some of it belongs to nobody who has a target, they keep their own forecasts, and
 * together get no more than the whole: the rest is that of the others. A part without a forecast stays without one and counts as others.
 */
public final class ForecastParts {
    private final Map<Scope, Standing> standings;
    private final int decimals;

    private ForecastParts(Map<Scope, Standing> standings, int decimals) {
        this.standings = new TreeMap<>(standings);
        this.decimals = decimals;
    }

    /**
     * How somebody stands: what the month has brought, and what it will have by its own forecast, both in the metric's smallest unit.
     *
     * @param parent who stands above him, empty for the company and for those who belong to nobody
     */
    public record Standing(Optional<Scope> parent, BigDecimal monthToDate, Optional<BigDecimal> forecast) {
        private BigDecimal coming() {
            return forecast.map(known -> known.subtract(monthToDate)).orElse(BigDecimal.ZERO);
        }

        private Standing with(BigDecimal coming) {
            return new Standing(parent, monthToDate, Optional.of(monthToDate.add(coming)));
        }
    }

    /**
     * The forecasts of all who have one.
     *
     * @param decimals of the metric's smallest unit
     */
    public static Map<Scope, BigDecimal> of(Map<Scope, Standing> standings, int decimals) {
        var parts = new ForecastParts(standings, decimals);
        var children = new TreeMap<Scope, List<Scope>>();
        standings.forEach((scope, standing) -> standing.parent()
                .ifPresent(parent -> children.computeIfAbsent(parent, any -> new ArrayList<>())
                        .add(scope)));
        children.forEach(parts::divide); // a scope's order is that of its kind: wholes before their parts
        var forecasts = new TreeMap<Scope, BigDecimal>();
        parts.standings.forEach(
                (scope, standing) -> standing.forecast().ifPresent(known -> forecasts.put(scope, known)));
        return Collections.unmodifiableMap(forecasts);
    }

    private void divide(Scope whole, List<Scope> below) {
        var above = standings.get(whole); // a part may stand alone: nobody has a target for its whole
        var known = below.stream()
                .filter(scope -> standing(scope).forecast().isPresent())
                .toList();
        if (above == null || above.forecast().isEmpty() || known.isEmpty()) {
            return;
        }
        var coming = above.coming();
        var weights = new ArrayList<BigDecimal>();
        known.forEach(scope -> weights.add(weight(standing(scope).coming(), coming)));
        if (known.size() < below.size() || !makesUp(above, below)) {
            weights.add(coming.abs().subtract(Amounts.sum(weights)).max(BigDecimal.ZERO));
        }
        var parts = Allocation.of(coming, weights, decimals);
        for (int i = 0; i < known.size(); i++) {
            standings.put(known.get(i), standing(known.get(i)).with(parts.get(i)));
        }
    }

    /** Who is going the other way than the whole has nothing of it. */
    private static BigDecimal weight(BigDecimal own, BigDecimal whole) {
        return own.multiply(BigDecimal.valueOf(whole.signum())).max(BigDecimal.ZERO);
    }

    private boolean makesUp(Standing whole, List<Scope> below) {
        var brought = below.stream().map(scope -> standing(scope).monthToDate()).toList();
        return Amounts.sum(brought).compareTo(whole.monthToDate()) == 0;
    }

    private Standing standing(Scope scope) {
        return Objects.requireNonNull(standings.get(scope));
    }
}
