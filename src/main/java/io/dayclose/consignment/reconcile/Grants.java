package io.dayclose.consignment.reconcile;

import io.dayclose.consignment.Entry;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.consignment.Tolerances;
import io.dayclose.consignment.reconcile.Arrivals.Key;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.ReceivableStore.Kept;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Grants or refuses the tolerance that a statement's lines ask for, all of it together. */
final class Grants {
    private final Desk desk;

    Grants(Desk desk) {
        this.desk = desk;
    }

    List<Key> statements() {
        return desk.jdbc()
                .query(
                        "SELECT carrier_code, statement_no FROM carrier_statement WHERE checks = 1 AND revision >= 0 ORDER BY carrier_code, statement_no",
                        (row, n) -> new Key(row.getString(1), row.getString(2)));
    }

    /** Must run in a transaction. */
    void decide(Key key) {
        var asking = desk.lines()
                .load(
                        "WHERE l.carrier_code = ? AND l.statement_no = ? AND l.state = 'LIVE' AND (l.candidate <> 0 OR l.spent <> 0 OR l.tolerated <> 0)",
                        key.carrier(),
                        key.statement());
        var items = new HashMap<String, Kept>();
        var asked = asking.stream().collect(Collectors.toMap(kept -> kept.line().id(), Grants::asked));
        var requests = new ArrayList<Tolerances.Request>();
        for (var kept : asking) {
            paidBy(kept).ifPresent(item -> {
                items.put(id(item.item()), item);
                requests.add(new Tolerances.Request(kept.line(), item.item(), kept.asked()));
            });
        }
        var agreement = desk.expectation(key.carrier()).agreement(desk.asOf());
        var outcome = Tolerances.decide(agreement.tolerance(), requests);
        post(outcome.entries(), asking);
        outcome.receivables().forEach(item -> {
            desk.receivables().put(List.of(items.get(id(item)).with(item)));
            desk.judge(item.debtor(), item.normal());
        });
        asking.forEach(kept -> desk.judge(key.carrier(), kept.line().stated().normal()));
        boolean refused = outcome.refused().signum() != 0;
        desk.lines()
                .put(asking.stream()
                        .map(kept -> kept.asking(refused ? asked.get(kept.line().id()) : Rounding.NO_FEN))
                        .toList());
        desk.jdbc()
                .update(
                        "UPDATE carrier_statement SET checks = 0, tolerance_refused = ? WHERE carrier_code = ? AND statement_no = ?",
                        outcome.refused(),
                        key.carrier(),
                        key.statement());
    }

    /** What a line asks for goes on being asked while it is refused: with what was granted before, which is taken back. */
    private static BigDecimal asked(LineStore.Kept kept) {
        var disposed = kept.line().disposed();
        return kept.asked().add(disposed.spent()).subtract(disposed.tolerated());
    }

    private static String id(Receivable item) {
        return item.kind() + " " + item.subject();
    }

    private void post(List<Entry> entries, List<LineStore.Kept> asking) {
        Map<Long, String> cycles = new HashMap<>();
        asking.forEach(kept -> cycles.put(kept.line().id(), kept.line().origin().cycle()));
        entries.forEach(entry -> desk.entries().add(entry, cycles.getOrDefault(entry.line(), "")));
        desk.entries().append();
    }

    /** The receivable that a line has paid last. */
    private Optional<Kept> paidBy(LineStore.Kept kept) {
        return desk
                .jdbc()
                .query(
                        """
                        SELECT kind, debtor, subject FROM receivable_entry WHERE line_id = ? AND what IN ('LINE', 'SUSPENSE')
                        ORDER BY entry_id DESC LIMIT 1""",
                        (row, n) -> desk.receivables()
                                .load(
                                        "WHERE r.kind = ? AND r.debtor = ? AND r.subject = ?",
                                        ReceivableKind.valueOf(row.getString(1)).name(),
                                        row.getString(2),
                                        row.getString(3))
                                .get(0),
                        kept.line().id())
                .stream()
                .findFirst();
    }
}
