package io.dayclose.commission;

import io.dayclose.config.plan.PlanVersion.LineGate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a line's gates are met by a date. */
public final class LineGates {
    private LineGates() {}

    /** What a line's earning is. */
    public enum State {
        CLEARED,
        WAITING,
        /** Past its deadline without what it waited for, and lost by it. */
        EXPIRED
    }

    /**
     * A sold line.
     *
     * @param serialised whether it has a serial number; cards are asked of none else
     * @param cardReturned the day its warranty card came back, null while it has not
     */
    public record Sold(
            LocalDate date, boolean serialised, @Nullable LocalDate cardReturned) {}

    /** The state on a date; of several gates one expired decides, then one that waits. */
    public static State of(List<LineGate> gates, Sold line, LocalDate on) {
        var worst = State.CLEARED;
        for (var gate : gates) {
            var state = gate.kind() == LineGate.Kind.WARRANTY_CARD ? card(gate, line, on) : window(gate, line, on);
            worst = state.compareTo(worst) > 0 ? state : worst;
        }
        return worst;
    }

    private static State card(LineGate gate, Sold line, LocalDate on) {
        if (!line.serialised()) {
            return State.CLEARED;
        }
        var deadline = line.date().plusDays(gate.days());
        var card = line.cardReturned();
        if (card != null && !card.isAfter(on) && !card.isAfter(deadline)) {
            return State.CLEARED;
        }
        if (!on.isAfter(deadline)) {
            return State.WAITING;
        }
        return gate.forfeits() ? State.EXPIRED : State.CLEARED;
    }

    private static State window(LineGate gate, Sold line, LocalDate on) {
        return on.isAfter(line.date().plusDays(gate.days())) ? State.CLEARED : State.WAITING;
    }
}
