package io.dayclose.commission;

import java.math.BigDecimal;

/**
 * What an account should have by a date: what the ledger is brought to.
 *
 * @param measures over the lines credited
 * @param base the measure the plan pays by
 * @param waits whether lines wait for a gate, even where they come to nothing: the passing of days may change the split
 * @param split what of the earning is payable, held, forfeited
 */
public record Target(Measures measures, BigDecimal base, MonthEarning earning, Split split, boolean waits) {

    public BigDecimal earned() {
        return earning.earned();
    }
}
