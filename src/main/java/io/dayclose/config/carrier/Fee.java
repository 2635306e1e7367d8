package io.dayclose.config.carrier;

import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a carrier may keep for collecting. Amounts in the agreement's currency.
 * Wide: as wide as the entry it is read from.
 *
 * @param percent of the amount collected
 * @param flat added to it
 * @param taxPercent added on top
 * @param refusal for a parcel that was refused
 * @param tolerance what a fee may differ from the agreed one without being a break
 */
public record Fee(
        BigDecimal percent,
        BigDecimal flat,
        BigDecimal minimum,
        Optional<BigDecimal> maximum,
        BigDecimal taxPercent,
        RoundingMode rounding,
        Mode mode,
        BigDecimal refusal,
        BigDecimal tolerance) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How the fee reaches us. */
    public enum Mode {
        /** Kept back from each collection. */
        NETTED,
        /** A line of its own in the statement. */
        FEE_LINE,
        /** By invoice, outside the statement. */
        INVOICED
    }

    /** The agreed fee for collecting an amount, whichever way it is charged; nothing for nothing. */
    public BigDecimal agreed(BigDecimal amount) {
        if (amount.signum() <= 0) {
            return Rounding.NO_FEN;
        }
        var fee = amount.multiply(percent).divide(HUNDRED).add(flat).max(minimum);
        var most = maximum.map(fee::min).orElse(fee);
        return most.multiply(HUNDRED.add(taxPercent)).divide(HUNDRED).setScale(2, rounding);
    }

    /** What a collection's own line may charge. */
    public BigDecimal netted(BigDecimal amount) {
        return mode == Mode.NETTED ? agreed(amount) : Rounding.NO_FEN;
    }
}
