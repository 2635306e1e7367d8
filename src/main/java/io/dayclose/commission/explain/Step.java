package io.dayclose.commission.explain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way from lines to fen.
 *
 * @param kind what it is
 * @param item what it is about: a document and line, a measure, a gate
 * @param base what counts
 * @param rate what it is multiplied with, in percent or in currency for each piece; or what is asked of it
 * @param amount in the company's currency
 * @param note in words of the plan language
 */
public record Step(
        Kind kind,
        String item,
        @Nullable BigDecimal base,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal amount,
        String note) {

    /** The steps in their order. */
    public enum Kind {
        /** A sale or return that counts. */
        LINE,
        /** Somebody whose earning an override follows. */
        PERSON,
        /** An outlet that a fixed amount is paid for. */
        OUTLET,
        /** A part of the measure at one rate. */
        SLICE,
        MINIMUM,
        CAP,
        EARNED,
        /** Posted after the month was closed. */
        ADJUSTED,
        CLAWED,
        /** What waits for a gate, or has met it. */
        GATE,
        PAYABLE,
        HELD,
        FORFEITED,
        /** An entry of the ledger. */
        ENTRY,
        /** What the ledger holds beside what the lines come to. */
        CHECK
    }

    static Step of(Kind kind, String item, BigDecimal amount, String note) {
        return new Step(kind, item, null, null, amount, note);
    }
}
