package io.dayclose.commission.posting;

import io.dayclose.commission.MonthEarning.Shortfall;
import io.dayclose.commission.Target;
import io.dayclose.ledger.Balance;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why nothing is payable.
 *
 * @param reason BELOW_MINIMUM, NO_COST or HELD; empty when something is payable, or there is no more to say than that lines
 *     and returns come to nothing
 * @param detail the figures on both sides
 */
public record ZeroReason(String reason, String detail) {
    static final ZeroReason NONE = new ZeroReason("", "");

    static ZeroReason of(Target target, Balance balance, long withoutCost) {
        if (!target.earning().shortfalls().isEmpty()) {
            return new ZeroReason("BELOW_MINIMUM", shortfalls(target));
        }
        if (balance.total().signum() == 0 && withoutCost > 0) {
            return new ZeroReason("NO_COST", String.valueOf(withoutCost));
        }
        return balance.payable().signum() == 0 && balance.held().signum() > 0 ? new ZeroReason("HELD", "") : NONE;
    }

    private static String shortfalls(Target target) {
        return target.earning().shortfalls().stream()
                .map(ZeroReason::words)
                .distinct()
                .limit(3)
                .collect(Collectors.joining("; "));
    }

    /** The measure, what it reached, what was wanted, what is missing. */
    private static String words(Shortfall shortfall) {
        return "%s %s < %s (-%s)"
                .formatted(
                        shortfall.measure().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        shortfall.reached().stripTrailingZeros().toPlainString(),
                        shortfall.wanted().toPlainString(),
                        shortfall.missing().stripTrailingZeros().toPlainString());
    }
}
