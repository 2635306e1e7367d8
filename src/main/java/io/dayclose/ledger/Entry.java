package io.dayclose.ledger;

import java.math.BigDecimal;

/** One step of an account, in the company's currency, never zero. */
public record Entry(EntryType type, Cause cause, BigDecimal amount) {

    public Entry {
        if (amount.signum() == 0) {
            throw new IllegalArgumentException("an entry must have an amount: " + type + " " + cause);
        }
    }
}
