package io.dayclose.consignment.arrive;

import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.ReceivableEntry;
import io.dayclose.consignment.ReceivableEntry.What;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.consignment.store.EntryStore;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Takes back what lines have paid: the receivables are owed again as of their old due dates. */
public final class Reversal {
    private final RoundStores stores;
    private final EntryStore entries;

    /** @param entries where what is taken back is appended */
    public Reversal(RoundStores stores, EntryStore entries) {
        this.stores = stores;
        this.entries = entries;
    }

    private record Paid(long line, String cycle, ReceivableEntry entry) {}

    /** Of every receivable that these lines have paid; must run in a transaction. */
    public void of(Collection<Long> lines) {
        var in = lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
        var paid = stores.jdbc()
                .query(
                        """
                SELECT e.kind, e.debtor, e.subject, IF(e.what IN ('TOLERANCE', 'WRITE_OFF'), e.what, 'REVERSAL') AS what, SUM(e.amount), e.line_id, MAX(e.origin_cycle), MAX(e.currency)
                FROM receivable_entry e WHERE e.line_id IN (%s) AND e.what IN ('LINE', 'SUSPENSE', 'REVERSAL', 'TOLERANCE', 'WRITE_OFF')
                GROUP BY e.kind, e.debtor, e.subject, IF(e.what IN ('TOLERANCE', 'WRITE_OFF'), e.what, 'REVERSAL'), e.line_id
                HAVING SUM(e.amount) <> 0 ORDER BY 1, 2, 3, 4, 6""".formatted(in),
                        (row, n) -> new Paid(
                                row.getLong(6),
                                row.getString(7),
                                new ReceivableEntry(
                                        ReceivableKind.valueOf(row.getString(1)),
                                        row.getString(2),
                                        row.getString(3),
                                        What.valueOf(row.getString(4)),
                                        row.getString(8),
                                        row.getBigDecimal(5).negate(),
                                        row.getLong(6),
                                        "",
                                        0)));
        paid.forEach(this::post);
        entries.append();
    }

    /** A write-off comes last: it stands again for what is owed again, and for no more. */
    private void post(Paid paid) {
        var entry = paid.entry();
        var kept = stores.receivables()
                .of(entry.kind(), entry.debtor(), entry.subject())
                .orElseThrow();
        var amount = entry.what() == What.WRITE_OFF
                ? entry.amount().min(kept.item().open().max(Rounding.NO_FEN))
                : entry.amount();
        if (amount.signum() != 0) {
            entries.add(entry.of(amount), paid.cycle());
            stores.receivables().put(List.of(kept.with(taken(kept.item(), entry.what(), amount))));
        }
        stores.waybills().remake(kept.item());
    }

    private static Receivable taken(Receivable item, What what, BigDecimal amount) {
        return switch (what) {
            case TOLERANCE -> item.tolerate(amount);
            case WRITE_OFF -> item.writeOff(amount);
            default -> item.pay(amount);
        };
    }
}
