package io.dayclose.consignment.arrive;

import io.dayclose.consignment.BreakType;
import io.dayclose.consignment.GroupMatch;
import io.dayclose.consignment.StatementLine;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.phase.KeyForm;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Takes back what lines have paid for parcels of other waybills than their own: because the carrier reverses such a line, or because
 * one of its parcels was refused. What is left of the line looks for its place again.
 */
public final class Recalls {
    /** Whether an original has paid parcels that do not bear its waybill. */
    private static final String PAID_OTHERS = """
            EXISTS (SELECT 1 FROM receivable_entry e JOIN receivable r ON r.kind = e.kind AND r.debtor = e.debtor AND r.subject = e.subject
                WHERE e.line_id = o.line_id AND r.waybill <> o.waybill)""";

    private final RoundStores stores;

    public Recalls(RoundStores stores) {
        this.stores = stores;
    }

    /** A line that takes back, and one that it takes back. */
    public record Recall(long reversal, long original) {
        public static final KeyForm<Recall> FORM = KeyForm.ofParts(
                recall -> List.of(String.valueOf(recall.reversal()), String.valueOf(recall.original())),
                parts -> new Recall(Long.parseLong(parts.get(0)), Long.parseLong(parts.get(1))));
    }

    /** Reversals that wait, each with the line it means: one of its own amount, else the latest of that number. */
    public Collection<Recall> reversed() {
        var meant = new LinkedHashMap<Long, Recall>();
        named().forEach(each -> meant.putIfAbsent(each.reversal(), each));
        return meant.values();
    }

    private List<Recall> named() {
        return stores.jdbc().query("""
                SELECT v.line_id, o.line_id FROM statement_line v
                JOIN statement_line o ON o.carrier_code = v.carrier_code AND o.carrier_line_id = v.original_line_id AND o.state = 'LIVE' AND o.gross > 0
                WHERE v.reason IN ('UNKNOWN_WAYBILL', 'REFUND_UNEXPECTED') AND v.state = 'LIVE' AND v.type = 'REVERSAL' AND v.netted > v.gross
                  AND v.original_line_id <> '' AND o.gross + o.restated > o.netted
                  AND (v.waybill = '' AND v.netted = 0 OR v.waybill <> '' AND v.waybill = o.waybill AND o.placed <> 0 AND %s)
                ORDER BY v.line_id, o.gross = -v.gross DESC, o.night DESC, o.line_id DESC""".formatted(PAID_OTHERS), (row, n) -> new Recall(row.getLong(1), row.getLong(2)));
    }

    /** Must run in a transaction. */
    public void reverse(Recall recall) {
        payBack(recall.original());
        var original = line(recall.original());
        var stated = original.line().stated();
        if (stated.normal().isEmpty()) {
            net(line(recall.reversal()), original);
        } else {
            stores.jdbc()
                    .update(
                            "UPDATE statement_line SET waybill = ? WHERE line_id = ?",
                            stated.normal(),
                            recall.reversal());
            stores.waybills().due(stated.carrier(), stated.normal());
        }
        stores.waybills().judge(stated.carrier(), "");
    }

    private LineStore.Kept line(long id) {
        return stores.lines().of(List.of(id)).get(0);
    }

    private void net(LineStore.Kept reversal, LineStore.Kept original) {
        GroupMatch.net(original.line(), reversal.line());
        stores.lines().put(List.of(original, reversal));
    }

    /** Lines that were found to pay a parcel that turned out refused, as what is credited for it tells; not those of people. */
    public List<Long> refused() {
        return stores.jdbc().queryForList("""
                SELECT DISTINCT e.line_id FROM suspense s
                JOIN receivable r ON r.kind = 'COD' AND r.subject = s.subject AND s.source = CONCAT(r.debtor, ' ', r.subject)
                JOIN receivable_entry e ON e.kind = r.kind AND e.debtor = r.debtor AND e.subject = r.subject AND e.line_id <> 0
                JOIN statement_line o ON o.line_id = e.line_id AND o.state = 'LIVE' AND o.waybill <> r.waybill
                WHERE s.ends = '9999-12-31' AND s.reason = 'CREDIT' AND r.status IN ('REFUSED', 'PART_REFUSED')
                  AND e.what IN ('LINE', 'SUSPENSE', 'REVERSAL') GROUP BY r.debtor, r.subject, e.line_id
                HAVING SUM(e.amount) > 0 AND MAX(e.decision_id) = 0 ORDER BY e.line_id""", Long.class);
    }

    /** Must run in a transaction. */
    public void release(Long line) {
        payBack(line);
        var stated = line(line).line().stated();
        stores.waybills().due(stated.carrier(), stated.normal());
        stores.waybills().judge(stated.carrier(), "");
    }

    private void payBack(Long line) {
        new Reversal(stores, stores.entries()).of(List.of(line));
        stores.lines().free(List.of(line), BreakType.UNKNOWN_WAYBILL.name());
    }

    /** A reversal that is gone frees what it was netted with, one whose original is gone waits for another. */
    static void undo(RoundStores stores, StatementLine gone) {
        var stated = gone.stated();
        if (gone.disposed().netted().signum() == 0 || !stated.normal().isEmpty()) {
            return;
        }
        stores.jdbc()
                .update(
                        """
                UPDATE statement_line SET netted = netted + ?, reason = 'UNKNOWN_WAYBILL'
                WHERE carrier_code = ? AND carrier_line_id = ? AND ? <> '' AND waybill = '' AND netted >= ? AND netted > 0 AND state = 'LIVE' ORDER BY line_id DESC LIMIT 1""",
                        gone.disposed().netted(),
                        stated.carrier(),
                        stated.originalLineId(),
                        stated.originalLineId(),
                        gone.disposed().netted().negate());
        stores.jdbc().update("""
                UPDATE statement_line SET netted = 0, reason = 'UNKNOWN_WAYBILL'
                WHERE carrier_code = ? AND original_line_id = ? AND ? <> '' AND waybill = '' AND netted < 0 AND state = 'LIVE'""", stated.carrier(), stated.carrierLineId(), stated.carrierLineId());
        stores.waybills().due(Set.of(List.of(stated.carrier(), "")));
    }
}
