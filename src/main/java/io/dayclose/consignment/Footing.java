package io.dayclose.consignment;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.config.carrier.Agreement.Demand;
import io.dayclose.consignment.Finding.Why;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a statement's lines add up to what it states of itself. */
public final class Footing {
    private Footing() {}

    /** What a statement states: of itself, or what its lines come to. */
    public record Totals(long count, BigDecimal gross, BigDecimal fee, BigDecimal net) {}

    /**
     * A statement's own totals.
     *
     * @param refund and adjust: where it keeps them apart from its gross, else null
     */
    public record Header(
            Totals totals,
            @Nullable BigDecimal refund,
            @Nullable BigDecimal adjust,
            @Nullable BigDecimal opening) {}

    /**
     * What its lines come to.
     *
     * @param refund and adjust: what lines of these types add to gross
     * @param crooked lines whose gross − fee is not their net
     */
    public record Sums(Totals totals, BigDecimal refund, BigDecimal adjust, long crooked) {}

    /** What is wrong and what it is worth. */
    public record Fault(BigDecimal amount, Why why) {}

    /** @param header null when no header has come */
    public static Optional<Fault> check(@Nullable Header header, Sums lines, Agreement agreement) {
        if (header == null) {
            return Optional.of(new Fault(lines.totals().gross().abs(), Why.of("FOOTING_NO_HEADER")));
        }
        if (agreement.requires().contains(Demand.OPENING) && header.opening() == null) {
            return Optional.of(new Fault(BigDecimal.ZERO, Why.of("FOOTING_NO_OPENING")));
        }
        if (lines.crooked() > 0) {
            return Optional.of(new Fault(BigDecimal.ZERO, Why.of("FOOTING_LINES", lines.crooked())));
        }
        return same(header, lines) ? Optional.empty() : Optional.of(difference(header.totals(), lines.totals()));
    }

    private static boolean same(Header header, Sums lines) {
        var stated = header.totals();
        var summed = lines.totals();
        return stated.count() == summed.count()
                && stated.fee().compareTo(summed.fee()) == 0
                && stated.net().compareTo(summed.net()) == 0
                && (stated.gross().compareTo(summed.gross()) == 0 || apart(header, lines));
    }

    /** Some carriers state refunds and adjustments beside the gross instead of in it, with either sign. */
    private static boolean apart(Header header, Sums lines) {
        var refund = header.refund() == null ? BigDecimal.ZERO : lines.refund();
        var adjust = header.adjust() == null ? BigDecimal.ZERO : lines.adjust();
        boolean stated = isStated(header.refund(), lines.refund()) && isStated(header.adjust(), lines.adjust());
        return stated
                && header.totals()
                                .gross()
                                .compareTo(
                                        lines.totals().gross().subtract(refund).subtract(adjust))
                        == 0;
    }

    private static boolean isStated(@Nullable BigDecimal stated, BigDecimal summed) {
        return stated == null || stated.abs().compareTo(summed.abs()) == 0;
    }

    private static Fault difference(Totals stated, Totals summed) {
        var gross = summed.gross().subtract(stated.gross());
        var fee = summed.fee().subtract(stated.fee());
        var net = summed.net().subtract(stated.net());
        var worth = gross.signum() != 0 ? gross : net.signum() != 0 ? net : fee;
        return new Fault(
                worth.abs(),
                Why.of("FOOTING", stated.count(), stated.gross(), summed.count(), summed.gross(), fee, net));
    }
}
