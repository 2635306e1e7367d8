package io.dayclose.ledger;

import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * What an account's entries of one origin month come to (plans.md, "Posting"). Always: earned = payable + held +
 * forfeited.
 */
public record Balance(BigDecimal earned, BigDecimal held, BigDecimal forfeited) {
    public static final Balance ZERO = new Balance(Rounding.NO_FEN, Rounding.NO_FEN, Rounding.NO_FEN);

    public static Balance of(Collection<Entry> entries) {
        return entries.stream().reduce(ZERO, Balance::plus, Balance::plus);
    }

    public BigDecimal payable() {
        return earned.subtract(held).subtract(forfeited);
    }

    private Balance plus(Balance other) {
        return new Balance(earned.add(other.earned), held.add(other.held), forfeited.add(other.forfeited));
    }

    public Balance plus(Entry entry) {
        var amount = entry.amount();
        return switch (entry.type()) {
            case EARN, SUBSIDY, CLAWBACK, ADJUST, BONUS, MANUAL -> new Balance(earned.add(amount), held, forfeited);
            case HOLD -> new Balance(earned, held.add(amount), forfeited);
            case RELEASE -> new Balance(earned, held.subtract(amount), forfeited);
            case FORFEIT -> new Balance(earned, held.subtract(amount), forfeited.add(amount));
            case PAYOUT, CARRY -> this;
        };
    }
}
