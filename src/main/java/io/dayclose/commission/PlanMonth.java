package io.dayclose.commission;

import io.dayclose.commission.MonthEarning.Part;
import io.dayclose.config.plan.PlanVersion;
import io.dayclose.config.plan.PlanVersion.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one account's lines of one origin month come to. Sales are added, and their returns, in any order; nothing is
 * rounded until the target is asked for.
 */
public final class PlanMonth {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<PlanVersion, Measures> byVersion = new LinkedHashMap<>();
    private final Map<Line.Key, Gated> sales = new LinkedHashMap<>();
    private Measures loose = Measures.NONE;

    /** A sale whose gates are asked, and what of it is left after its returns. */
    private record Gated(Line sale, PlanVersion version, Measures net) {
        Gated plus(Measures more) {
            return new Gated(sale, version, net.plus(more));
        }
    }

    /** Counts a sale or a return without an original. */
    public void add(Line line, Credit credit) {
        var part = part(line, credit);
        byVersion.merge(credit.version(), part, Measures::plus);
        if (line.isReturn()) {
            loose = loose.plus(part);
        } else {
            sales.merge(line.key(), new Gated(line, credit.version(), part), (a, b) -> a.plus(b.net()));
        }
    }

    /** Counts a return under the credit of the sale it takes back. */
    public void addReturn(Line line, Line original, Credit credit) {
        var part = part(line, credit);
        byVersion.merge(credit.version(), part, Measures::plus);
        var sale = new Gated(original, credit.version(), part);
        sales.merge(original.key(), sale, (a, b) -> a.plus(b.net()));
    }

    private static Measures part(Line line, Credit credit) {
        return line.measures().times(BigDecimal.valueOf(credit.percent()).divide(HUNDRED));
    }

    /** The target on a date, cards being those that are back by then. */
    public Target target(LocalDate on, Cards cards) {
        var parts = byVersion.entrySet().stream()
                .map(each -> new Part(each.getKey(), each.getValue()))
                .toList();
        var measures = byVersion.values().stream().reduce(Measures.NONE, Measures::plus);
        var earning = MonthEarning.of(parts);
        var measure = measure();
        var bases = bases(on, cards, measure, measures.of(measure));
        return new Target(measures, measures.of(measure), earning, Split.of(earning.earned(), bases));
    }

    /** When the card of a serial number came back, null while it has not. */
    @FunctionalInterface
    public interface Cards {
        @Nullable
        LocalDate returned(String serial);
    }

    private Measure measure() {
        return byVersion.keySet().stream()
                .flatMap(version -> version.measure().stream())
                .findFirst()
                .orElse(Measure.NET_AMOUNT);
    }

    private Split.Bases bases(LocalDate on, Cards cards, Measure measure, BigDecimal total) {
        var cleared = loose.of(measure);
        var expired = BigDecimal.ZERO;
        for (var gated : sales.values()) {
            var base = gated.net().of(measure);
            switch (state(gated, on, cards)) {
                case CLEARED -> cleared = cleared.add(base);
                case EXPIRED -> expired = expired.add(base);
                case WAITING -> {
                    // neither payable nor lost yet
                }
            }
        }
        return new Split.Bases(total, cleared, expired);
    }

    private static LineGates.State state(Gated gated, LocalDate on, Cards cards) {
        var serial = gated.sale().serial();
        var sold =
                new LineGates.Sold(gated.sale().date(), serial != null, serial == null ? null : cards.returned(serial));
        return LineGates.of(gated.version().gates().ofLines(), sold, on);
    }

    /** The lines that count, for people to follow. */
    public List<Line.Key> lines() {
        return List.copyOf(sales.keySet());
    }

    /** The versions in force, in the order in which lines met them. */
    public Optional<PlanVersion> version() {
        return byVersion.keySet().stream().findFirst();
    }
}
