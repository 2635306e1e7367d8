package io.dayclose.commission;

import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.PlanVersion.Measure;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a payee has earned in a month under one plan (plans.md, steps 4 to 7): minimum, rate, cap, and one rounding at the
 * very end.
 *
 * @param earned in whole fen
 * @param shortfalls of the minimum: when there are any, nothing is earned
 * @param capped whether the cap has taken something away
 */
public record MonthEarning(BigDecimal earned, List<Shortfall> shortfalls, boolean capped) {
    /** A measure that has not reached the minimum, and by how much it falls short, unrounded. */
    public record Shortfall(Measure measure, BigDecimal wanted, BigDecimal reached) {
        public BigDecimal missing() {
            return wanted.subtract(reached);
        }
    }

    /** A version and what the lines of its days come to. */
    public record Part(PlanVersion version, Measures measures) {

        /** What the version pays by. */
        public BigDecimal base() {
            return measures.of(version.paidBy());
        }
    }

    /**
     * The earning from the versions in force within the month. A version with a minimum or a cap stands alone in its
     * month, as it can only begin with one.
     */
    public static MonthEarning of(List<Part> parts) {
        var shortfalls =
                parts.stream().flatMap(part -> shortfalls(part).stream()).toList();
        if (!shortfalls.isEmpty()) {
            return new MonthEarning(Rounding.NO_FEN, shortfalls, false);
        }
        var exact = parts.stream().map(MonthEarning::pay).reduce(BigDecimal.ZERO, BigDecimal::add);
        return capped(
                exact,
                parts.stream().flatMap(part -> part.version().cap().stream()).findFirst());
    }

    private static MonthEarning capped(BigDecimal exact, Optional<BigDecimal> cap) {
        boolean over = cap.filter(most -> exact.compareTo(most) > 0).isPresent();
        return new MonthEarning(Rounding.toFen(over ? cap.get() : exact), List.of(), over);
    }

    private static BigDecimal pay(Part part) {
        return RatePay.of(part.version().rate(), part.base()).total();
    }

    private static List<Shortfall> shortfalls(Part part) {
        return part.version().minimum().entrySet().stream()
                .map(least -> new Shortfall(
                        least.getKey(), least.getValue(), part.measures().of(least.getKey())))
                .filter(each -> each.missing().signum() > 0)
                .toList();
    }
}
