package io.dayclose.consignment.reconcile;

import io.dayclose.consignment.Entry;
import io.dayclose.consignment.Entry.What;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.consignment.store.EntryStore;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Takes back what lines have paid: the receivables are owed again as of their old due dates. */
final class Reversal {
    private final Desk desk;
    private final EntryStore entries;

    /** @param entries where what is taken back is appended */
    Reversal(Desk desk, EntryStore entries) {
        this.desk = desk;
        this.entries = entries;
    }

    private record Paid(long line, String cycle, Entry entry) {}

    /** Of every receivable that these lines have paid; must run in a transaction. */
    void of(Collection<Long> lines) {
        var in = lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
        var paid = desk.jdbc()
                .query(
                        """
                SELECT e.kind, e.debtor, e.subject, IF(e.what = 'TOLERANCE', 'TOLERANCE', 'REVERSAL') AS what, SUM(e.amount), e.line_id, MAX(e.origin_cycle), MAX(e.currency)
                FROM receivable_entry e WHERE e.line_id IN (%s) AND e.what IN ('LINE', 'SUSPENSE', 'REVERSAL', 'TOLERANCE')
                GROUP BY e.kind, e.debtor, e.subject, IF(e.what = 'TOLERANCE', 'TOLERANCE', 'REVERSAL'), e.line_id
                HAVING SUM(e.amount) <> 0 ORDER BY 1, 2, 3, 4, 6""".formatted(in),
                        (row, n) -> new Paid(
                                row.getLong(6),
                                row.getString(7),
                                new Entry(
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

    private void post(Paid paid) {
        var entry = paid.entry();
        entries.add(entry, paid.cycle());
        var kept = desk.receivables()
                .load(
                        "WHERE r.kind = ? AND r.debtor = ? AND r.subject = ?",
                        entry.kind().name(),
                        entry.debtor(),
                        entry.subject())
                .get(0);
        desk.receivables().put(List.of(kept.with(taken(kept.item(), entry.what(), entry.amount()))));
        desk.anew(kept.item());
    }

    private static Receivable taken(Receivable item, What what, BigDecimal amount) {
        return what == What.TOLERANCE ? item.tolerate(amount) : item.pay(amount);
    }
}
