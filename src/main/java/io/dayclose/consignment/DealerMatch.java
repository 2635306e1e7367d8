package io.dayclose.consignment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Matches what a dealer has paid with his settlements: the one that the receipt names; else his open ones, oldest due first, but
 * only when the amount is exactly the first so many of them.
 */
public final class DealerMatch {
    private static final int BY_REFERENCE = 3;
    private static final int BY_PREFIX = 6;
    private static final Comparator<Receivable> OLDEST = Comparator.comparing(
                    (Receivable item) -> Objects.requireNonNull(item.due().on()))
            .thenComparing(Receivable::subject);

    private final Map<String, Receivable> items = new LinkedHashMap<>();
    private final List<ReceivableEntry> entries = new ArrayList<>();
    private final Map<String, BigDecimal> left = new LinkedHashMap<>();

    /** A receipt with what of it is not placed yet. */
    public record Paid(String number, BigDecimal left, String reference) {}

    /**
     * What came of it.
     *
     * @param left what of each receipt nobody has placed
     */
    public record Outcome(Collection<Receivable> items, List<ReceivableEntry> entries, Map<String, BigDecimal> left) {}

    private DealerMatch(Collection<Receivable> given) {
        given.stream().sorted(OLDEST).forEach(item -> items.put(item.subject(), item));
    }

    /** @param receipts of one dealer, in order of their dates */
    public static Outcome match(Collection<Receivable> given, Collection<Paid> receipts) {
        var match = new DealerMatch(given);
        receipts.forEach(match::pay);
        return new Outcome(match.items.values(), match.entries, match.left);
    }

    private void pay(Paid receipt) {
        var named = items.get(receipt.reference().strip());
        var rest = named == null ? byPrefix(receipt) : byReference(receipt, named);
        left.put(receipt.number(), rest);
    }

    private BigDecimal byReference(Paid receipt, Receivable named) {
        var amount = receipt.left().min(named.open().max(BigDecimal.ZERO));
        post(named, receipt, amount, BY_REFERENCE);
        return receipt.left().subtract(amount);
    }

    private BigDecimal byPrefix(Paid receipt) {
        var sum = BigDecimal.ZERO;
        var prefix = new ArrayList<Receivable>();
        for (var item : items.values()) {
            if (item.open().signum() > 0 && sum.compareTo(receipt.left()) < 0) {
                prefix.add(item);
                sum = sum.add(item.open());
            }
        }
        if (sum.compareTo(receipt.left()) != 0) {
            return receipt.left();
        }
        prefix.forEach(item -> post(item, receipt, item.open(), BY_PREFIX));
        return BigDecimal.ZERO;
    }

    private void post(Receivable item, Paid receipt, BigDecimal amount, int pass) {
        if (amount.signum() > 0) {
            entries.add(ReceivableEntry.of(item, ReceivableEntry.What.RECEIPT, amount)
                    .by(receipt.number(), pass));
            items.put(item.subject(), item.pay(amount));
        }
    }
}
