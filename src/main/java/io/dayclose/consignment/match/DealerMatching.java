package io.dayclose.consignment.match;

import io.dayclose.consignment.BreakType;
import io.dayclose.consignment.DealerMatch;
import io.dayclose.consignment.Finding;
import io.dayclose.consignment.Finding.Why;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.consignment.arrive.Receipts;
import io.dayclose.consignment.arrive.Receipts.PayerKind;
import io.dayclose.consignment.arrive.Receipts.Receipt;
import io.dayclose.consignment.store.BreakStore.Scope;
import io.dayclose.consignment.store.ReceivableStore.Kept;
import io.dayclose.consignment.store.RoundStores;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Matches what dealers have paid with what they owe, and names what is overdue. */
public final class DealerMatching {
    private final RoundStores stores;
    private final Receipts receipts;

    public DealerMatching(RoundStores stores) {
        this.stores = stores;
        receipts = new Receipts(stores);
    }

    /** Dealers who owe something, have paid something nobody has placed, or have a break. */
    public List<String> all() {
        var all = new TreeSet<>(receipts.payers(PayerKind.DEALER));
        all.addAll(stores.jdbc()
                .queryForList(
                        "SELECT DISTINCT debtor FROM receivable WHERE is_open = 1 AND kind = 'CONSIGNMENT_SETTLEMENT'",
                        String.class));
        all.addAll(stores.jdbc()
                .queryForList(
                        "SELECT DISTINCT debtor FROM break_item WHERE is_open = 1 AND scope = 'DEALER'", String.class));
        return List.copyOf(all);
    }

    /** Must run in a transaction. */
    public void match(String dealer) {
        var open = receipts.open(PayerKind.DEALER, dealer);
        var kept = stores.receivables().openSettlements(dealer).stream()
                .collect(Collectors.toMap(each -> each.item().subject(), Function.identity()));
        open.forEach(receipt ->
                named(dealer, receipt).forEach(each -> kept.put(each.item().subject(), each)));
        var outcome = DealerMatch.match(
                kept.values().stream().map(Kept::item).toList(),
                open.stream()
                        .map(each -> new DealerMatch.Paid(each.number(), each.left(), each.reference()))
                        .toList());
        keep(outcome, kept);
        open.forEach(receipt -> receipts.place(
                receipt,
                receipt.amount().subtract(Objects.requireNonNull(outcome.left().get(receipt.number())))));
        judge(dealer, outcome, open);
    }

    /** The settlement that a receipt names, also when it is paid already. */
    private List<Kept> named(String dealer, Receipt receipt) {
        return stores
                .receivables()
                .of(
                        ReceivableKind.CONSIGNMENT_SETTLEMENT,
                        dealer,
                        receipt.reference().strip())
                .stream()
                .toList();
    }

    private void keep(DealerMatch.Outcome outcome, Map<String, Kept> kept) {
        outcome.entries().forEach(entry -> stores.entries()
                .add(
                        entry,
                        Objects.requireNonNull(kept.get(entry.subject()))
                                .item()
                                .due()
                                .cycle()));
        stores.entries().append();
        stores.receivables()
                .put(outcome.items().stream()
                        .filter(item -> !item.equals(
                                Objects.requireNonNull(kept.get(item.subject())).item()))
                        .map(item ->
                                Objects.requireNonNull(kept.get(item.subject())).with(item))
                        .toList());
    }

    private void judge(String dealer, DealerMatch.Outcome outcome, List<Receipt> open) {
        var found = new ArrayList<Finding>();
        var waiting = outcome.left().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        outcome.items().forEach(item -> missing(item, waiting, found));
        for (var receipt : open) {
            var left = Objects.requireNonNull(outcome.left().get(receipt.number()));
            boolean part = left.signum() > 0 && left.compareTo(receipt.amount()) < 0;
            if (part) {
                found.add(new Finding(
                        BreakType.OVER,
                        dealer,
                        receipt.number(),
                        left,
                        receipt.receivedOn(),
                        Why.of("OVER_RECEIPT", receipt.amount(), receipt.reference(), left)));
            }
        }
        var standing = stores.breaks().ofDealer(dealer);
        stores.breaks().follow(standing, found, Scope.DEALER);
    }

    private void missing(Receivable item, BigDecimal waiting, List<Finding> found) {
        var due = Objects.requireNonNull(item.due().on());
        if (item.open().signum() <= 0) {
            return;
        }
        var owed = item.gross().add(item.adjusted()).subtract(item.writtenOff());
        if (item.collected().signum() > 0) {
            var why = Why.of("SHORT", owed, item.collected(), item.open());
            found.add(new Finding(BreakType.SHORT, item.debtor(), item.subject(), item.open(), due, why));
        } else if (due.isBefore(stores.asOf())) {
            var why = waiting.signum() > 0
                    ? Why.of("NOT_PAID_WAITING", item.open(), due, waiting)
                    : Why.of("NOT_PAID", item.open(), due);
            found.add(new Finding(BreakType.NOT_REMITTED, item.debtor(), item.subject(), item.open(), due, why));
        }
    }
}
