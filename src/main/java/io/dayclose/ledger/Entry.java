package io.dayclose.ledger;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;

/** One step of an account, in the company's currency, never zero. */
public record Entry(EntryType type, Cause cause, BigDecimal amount) {

    public Entry {
        if (amount.signum() == 0) {
            throw new IllegalArgumentException("an entry must have an amount: " + type + " " + cause);
        }
    }

    /** The same entries with those of one type and cause added up, in the order in which they first stand. */
    public static List<Entry> merged(List<Entry> entries) {
        var sums = new LinkedHashMap<Kind, BigDecimal>();
        entries.forEach(entry -> sums.merge(new Kind(entry.type, entry.cause), entry.amount, BigDecimal::add));
        return sums.entrySet().stream()
                .filter(each -> each.getValue().signum() != 0)
                .map(each -> new Entry(each.getKey().type(), each.getKey().cause(), each.getValue()))
                .toList();
    }

    private record Kind(EntryType type, Cause cause) {}
}
