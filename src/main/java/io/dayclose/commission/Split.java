package io.dayclose.commission;

import io.dayclose.money.Rounding;
import java.math.BigDecimal;

/**
 * What of an earning is payable, held and forfeited (plans.md, step 8). The three always add up to the earning.
 *
 * @param payable in whole fen, as are the others
 */
public record Split(BigDecimal payable, BigDecimal held, BigDecimal forfeited) {

    /** The measure's net bases by what their lines' gates say; what is neither still waits. */
    public record Bases(BigDecimal total, BigDecimal cleared, BigDecimal expired) {}

    /** Divides an earning by the bases of its lines. */
    public static Split of(BigDecimal earned, Bases bases) {
        if (earned.signum() <= 0 || bases.total().signum() <= 0) {
            return new Split(earned, Rounding.NO_FEN, Rounding.NO_FEN);
        }
        var payable = part(earned, bases.cleared(), bases.total(), earned);
        var left = earned.subtract(payable);
        boolean nothingWaits = bases.cleared().add(bases.expired()).compareTo(bases.total()) == 0;
        var forfeited = nothingWaits ? left : part(earned, bases.expired(), bases.total(), left);
        return new Split(payable, left.subtract(forfeited), forfeited);
    }

    private static BigDecimal part(BigDecimal earned, BigDecimal base, BigDecimal total, BigDecimal most) {
        if (base.compareTo(total) == 0) {
            return most;
        }
        return Rounding.partInFen(earned, base, total).max(Rounding.NO_FEN).min(most);
    }
}
