package io.dayclose.commission;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an account should have by a date: what the ledger is brought to.
 *
 * @param measures over the lines credited
 * @param base the measure the plan pays by
 * @param split what of the earning is payable, held, forfeited
 */
public record Target(Measures measures, BigDecimal base, MonthEarning earning, Split split) {

    public BigDecimal earned() {
        return earning.earned();
    }

    /** Why nothing, or not all, is payable; empty when all is. */
    public List<String> reasons() {
        if (!earning.shortfalls().isEmpty()) {
            return List.of("BELOW_MINIMUM");
        }
        return split.held().signum() == 0 ? List.of() : List.of("HELD");
    }
}
