package io.dayclose.cli;

import io.dayclose.config.plan.PlanVersion.Gates;
import io.dayclose.config.plan.PlanVersion.LineGate;
import io.dayclose.config.plan.PlanVersion.PayeeGate;
import java.util.Arrays;
import java.util.Locale;

/** A gate as plans write it. */
enum WaivedGate {
    WARRANTY_CARD,
    RETURN_WINDOW,
    DEPOSIT_FULL,
    NO_OVERDUE_RECEIVABLE;

    /** Whether a version asks for it. */
    boolean isAskedBy(Gates gates) {
        return gates.ofLines().stream().map(LineGate::kind).map(Enum::name).anyMatch(name()::equals)
                || gates.ofPayees().stream().map(PayeeGate::name).anyMatch(name()::equals);
    }

    /** Whether it is asked at settlement, of the payee, rather than of each line. */
    boolean isOfPayees() {
        return Arrays.stream(PayeeGate.values()).map(Enum::name).anyMatch(name()::equals);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
