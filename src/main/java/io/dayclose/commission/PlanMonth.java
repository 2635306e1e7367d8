package io.dayclose.commission;

import io.dayclose.commission.MonthEarning.Part;
import io.dayclose.config.plan.PlanVersion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one account's lines of one origin month come to. Sales are added, and their returns, in any order; nothing is
 * rounded until the target is asked for.
 */
public final class PlanMonth {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<PlanVersion, Measures> byVersion = new LinkedHashMap<>();
    private final Map<Line.Key, Gated> sales = new LinkedHashMap<>();
    private BigDecimal loose = BigDecimal.ZERO;

    /** A sale whose gates are asked, and what of it is left after its returns. */
    private record Gated(Line sale, PlanVersion version, Measures net) {
        Gated plus(Measures more) {
            return new Gated(sale, version, net.plus(more));
        }

        BigDecimal base() {
            return net.of(version.paidBy());
        }
    }

    /** Counts a sale or a return without an original. */
    public void add(Line line, Credit credit) {
        var part = part(line, credit);
        byVersion.merge(credit.version(), part, Measures::plus);
        if (line.isReturn()) {
            loose = loose.add(part.of(credit.version().paidBy()));
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
        var base = parts.stream().map(Part::base).reduce(BigDecimal.ZERO, BigDecimal::add);
        var earning = MonthEarning.of(parts);
        return new Target(measures, base, earning, Split.of(earning.earned(), bases(on, cards, base)));
    }

    /** When the card of a serial number came back, null while it has not. */
    @FunctionalInterface
    public interface Cards {
        @Nullable
        LocalDate returned(String serial);
    }

    private Split.Bases bases(LocalDate on, Cards cards, BigDecimal total) {
        var cleared = loose;
        var expired = BigDecimal.ZERO;
        for (var gated : sales.values()) {
            switch (state(gated, on, cards)) {
                case CLEARED -> cleared = cleared.add(gated.base());
                case EXPIRED -> expired = expired.add(gated.base());
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
}
