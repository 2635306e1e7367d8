package io.dayclose.commission;

import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.PlanVersion.Measure;
import io.dayclose.config.plan.Rate;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a payee has earned in a month under one plan (plans.md, steps 4 to 7): minimum, rate, cap, and one rounding at the
 * very end.
 *
 * @param earned in whole fen
 * @param shortfalls of the minimum: when nothing is earned for that reason
 * @param capped whether the cap has taken something away
 */
public record MonthEarning(BigDecimal earned, List<Shortfall> shortfalls, boolean capped) {

    /** A measure that has not reached the minimum, and by how much it falls short, unrounded. */
    public record Shortfall(Measure measure, BigDecimal wanted, BigDecimal reached) {
        public BigDecimal missing() {
            return wanted.subtract(reached);
        }
    }

    /**
     * What a fixed amount is paid for: an outlet, or the payee himself.
     *
     * @param openDays for so many days of the month
     * @param measures what is sold there, for the minimum
     */
    public record Unit(String code, int openDays, Measures measures) {}

    /**
     * A version and what the lines of its days come to.
     *
     * @param units of a fixed amount, else none
     */
    public record Part(PlanVersion version, Measures measures, List<Unit> units) {
        public Part(PlanVersion version, Measures measures) {
            this(version, measures, List.of());
        }

        /** What the version pays by. */
        public BigDecimal base() {
            return measures.paidBy(version);
        }

        private List<Unit> good() {
            return version.paysPerOutlet()
                    ? units.stream()
                            .filter(unit ->
                                    shortOf(version, unit.measures()).findAny().isEmpty())
                            .toList()
                    : units;
        }

        private Stream<Shortfall> shortfalls() {
            if (!version.paysPerOutlet()) {
                return shortOf(version, measures);
            }
            return good().isEmpty()
                    ? units.stream().flatMap(unit -> shortOf(version, unit.measures()))
                    : Stream.empty();
        }

        /** What it pays, times the days of the month: amounts prorated by days stay exact. */
        private BigDecimal timesDays(int days) {
            if (version.rate() instanceof Rate.Fixed fixed) {
                int open = good().stream().mapToInt(Unit::openDays).sum();
                return fixed.amount().multiply(BigDecimal.valueOf(open));
            }
            return RatePay.of(version.rate(), base()).total().multiply(BigDecimal.valueOf(days));
        }
    }

    private static Stream<Shortfall> shortOf(PlanVersion version, Measures measures) {
        return version.minimum().entrySet().stream()
                .map(least -> new Shortfall(least.getKey(), least.getValue(), measures.of(least.getKey())))
                .filter(each -> each.missing().signum() > 0);
    }

    /**
     * The earning from the versions in force within the month.
     *
     * @param days of the month, by which open days are counted
     */
    public static MonthEarning of(List<Part> parts, int days) {
        var shortfalls = parts.stream().flatMap(Part::shortfalls).toList();
        if (!shortfalls.isEmpty()) {
            return new MonthEarning(Rounding.NO_FEN, shortfalls, false);
        }
        var exact = parts.stream().map(part -> part.timesDays(days)).reduce(BigDecimal.ZERO, BigDecimal::add);
        var cap = parts.stream().flatMap(part -> part.version().cap().stream()).findFirst();
        return capped(exact, cap, BigDecimal.valueOf(days));
    }

    private static MonthEarning capped(BigDecimal timesDays, Optional<BigDecimal> cap, BigDecimal days) {
        boolean over =
                cap.filter(most -> timesDays.compareTo(most.multiply(days)) > 0).isPresent();
        var earned = over ? Rounding.toFen(cap.get()) : Rounding.partInFen(timesDays, BigDecimal.ONE, days);
        return new MonthEarning(earned, List.of(), over);
    }
}
