package io.dayclose.ledger;

import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * What an account's entries of one origin month come to (plans.md, "Posting"), in the company's currency. Always: total =
 * payable + held + forfeited.
 *
 * @param earned while the month was open
 * @param adjusted after it was closed, by late sales and corrections
 * @param clawed after it was closed, by returns; negative
 */
public record Balance(
        BigDecimal earned, BigDecimal adjusted, BigDecimal clawed, BigDecimal held, BigDecimal forfeited) {
    public static final Balance ZERO = open(Rounding.NO_FEN, Rounding.NO_FEN, Rounding.NO_FEN);

    /** Of a month that is still open. */
    public static Balance open(BigDecimal earned, BigDecimal held, BigDecimal forfeited) {
        return new Balance(earned, Rounding.NO_FEN, Rounding.NO_FEN, held, forfeited);
    }

    public static Balance of(Collection<Entry> entries) {
        var balance = ZERO;
        for (var entry : entries) {
            balance = balance.plus(entry);
        }
        return balance;
    }

    /** All that is earned, before what is held and lost. */
    public BigDecimal total() {
        return earned.add(adjusted).add(clawed);
    }

    public BigDecimal payable() {
        return total().subtract(held).subtract(forfeited);
    }

    public Balance plus(Balance other) {
        return new Balance(
                earned.add(other.earned),
                adjusted.add(other.adjusted),
                clawed.add(other.clawed),
                held.add(other.held),
                forfeited.add(other.forfeited));
    }

    public Balance plus(Entry entry) {
        var amount = entry.amount();
        return switch (entry.type()) {
            case EARN, SUBSIDY, BONUS, MANUAL -> new Balance(earned.add(amount), adjusted, clawed, held, forfeited);
            case ADJUST -> new Balance(earned, adjusted.add(amount), clawed, held, forfeited);
            case CLAWBACK -> new Balance(earned, adjusted, clawed.add(amount), held, forfeited);
            case HOLD -> new Balance(earned, adjusted, clawed, held.add(amount), forfeited);
            case RELEASE -> new Balance(earned, adjusted, clawed, held.subtract(amount), forfeited);
            case FORFEIT -> new Balance(earned, adjusted, clawed, held.subtract(amount), forfeited.add(amount));
            case PAYOUT, CARRY -> this;
        };
    }
}
