package io.dayclose.commission.explain;

import io.dayclose.ledger.Balance;
import java.util.List;

/**
 * How an account's month came about.
 *
 * @param recomputed from the lines as they are now
 * @param posted what the ledger holds
 */
public record Explanation(List<Step> steps, Balance recomputed, Balance posted) {
    /** Whether the ledger holds what the lines come to; anything else is an alarm. */
    public boolean agrees() {
        return recomputed.equals(posted);
    }
}
