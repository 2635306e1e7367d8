package io.dayclose.commission.measure;

import io.dayclose.ledger.Cause;

/** Why a line makes a difference to what was measured before. */
public enum ChangeCause {
    /** It was counted before; whatever differs has another cause. */
    KNOWN,
    LATE,
    CORRECTION,
    SALE,
    RETURN;

    static ChangeCause of(SoldLine line) {
        if (line.origin().version() > 1) {
            return CORRECTION;
        }
        if (line.origin().isLate()) {
            return LATE;
        }
        return line.isReturn() ? RETURN : SALE;
    }

    /** The cause of the difference, where the line itself is new. */
    Cause cause() {
        return switch (this) {
            case LATE -> Cause.LATE;
            case SALE -> Cause.SALE;
            case RETURN -> Cause.RETURN;
            case KNOWN, CORRECTION -> Cause.CORRECTION;
        };
    }
}
