package io.dayclose.ledger;

import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.List;

/**
 * A payee's month settled (plans.md, "Settlement"), in the company's currency: opening + payable = net; a net below the
 * payout threshold is carried, else it is paid whole.
 *
 * @param opening carried from the settlement before
 * @param parts what each plan brings
 * @param net what is due; negative when more was taken back than earned
 */
public record Settlement(BigDecimal opening, List<Part> parts, BigDecimal net, BigDecimal paid) {

    /**
     * What a plan brings: posted in the month, and what has waited for a gate until now. A gate that is not met keeps a
     * positive amount waiting; what is taken back never waits.
     *
     * @param plan empty for what no plan pays
     * @param gate the gate that is not met, empty when all are
     */
    public record Part(String plan, BigDecimal waited, BigDecimal posted, String gate) {
        public BigDecimal waiting() {
            return gate.isEmpty() || sum().signum() <= 0 ? Rounding.NO_FEN : sum();
        }

        public BigDecimal counted() {
            return sum().subtract(waiting());
        }

        private BigDecimal sum() {
            return waited.add(posted);
        }
    }

    /** What becomes of the month. */
    public enum State {
        PAID,
        /** Below the threshold, or negative. */
        CARRIED,
        /** Nothing is paid, and something waits for a gate. */
        WAITING
    }

    public static Settlement of(BigDecimal opening, List<Part> parts, BigDecimal threshold) {
        var net = parts.stream().map(Part::counted).reduce(opening, BigDecimal::add);
        boolean paid = net.signum() > 0 && net.compareTo(threshold) >= 0;
        return new Settlement(opening, List.copyOf(parts), net, paid ? net : Rounding.NO_FEN);
    }

    public BigDecimal payable() {
        return net.subtract(opening);
    }

    public BigDecimal carried() {
        return net.subtract(paid);
    }

    public BigDecimal waiting() {
        return parts.stream().map(Part::waiting).reduce(Rounding.NO_FEN, BigDecimal::add);
    }

    public State state() {
        if (paid.signum() > 0) {
            return State.PAID;
        }
        return waiting().signum() > 0 ? State.WAITING : State.CARRIED;
    }
}
