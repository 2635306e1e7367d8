package io.dayclose.consignment.match;

import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.ReceivableEntry;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.consignment.Tolerances;
import io.dayclose.consignment.arrive.Arrivals.Key;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.ReceivableStore.Kept;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Grants or refuses the tolerance that a statement's lines ask for, all of it together. */
public final class ToleranceGrants {
    private final RoundStores stores;

    public ToleranceGrants(RoundStores stores) {
        this.stores = stores;
    }

    public List<Key> statements() {
        return stores.jdbc()
                .query(
                        "SELECT carrier_code, statement_no FROM carrier_statement WHERE checks = 1 AND revision >= 0 ORDER BY carrier_code, statement_no",
                        (row, n) -> new Key(row.getString(1), row.getString(2)));
    }

    /** Must run in a transaction. */
    public void decide(Key key) {
        var asking = stores.lines().asking(key.carrier(), key.statement());
        var askedAgain = askedAgain(asking); // before the rules change the lines
        var items = new HashMap<String, Kept>();
        var requests = new ArrayList<Tolerances.Request>();
        for (var kept : asking) {
            paidBy(kept).ifPresent(item -> {
                items.put(id(item.item()), item);
                requests.add(new Tolerances.Request(kept.line(), item.item(), kept.asked()));
            });
        }
        var agreement = stores.expectation(key.carrier()).agreement(stores.asOf());
        var outcome = Tolerances.decide(agreement.tolerance(), requests);
        post(outcome.entries(), asking);
        outcome.receivables().forEach(item -> {
            stores.receivables()
                    .put(List.of(Objects.requireNonNull(items.get(id(item))).with(item)));
            stores.waybills().judge(item.debtor(), item.normal());
        });
        asking.forEach(kept ->
                stores.waybills().judge(key.carrier(), kept.line().stated().normal()));
        boolean refused = outcome.refused().signum() != 0;
        stores.lines()
                .put(asking.stream()
                        .map(kept -> kept.asking(
                                refused ? askedAgain.getOrDefault(kept.line().id(), Rounding.NO_FEN) : Rounding.NO_FEN))
                        .toList());
        stores.jdbc()
                .update(
                        "UPDATE carrier_statement SET checks = 0, tolerance_refused = ? WHERE carrier_code = ? AND statement_no = ?",
                        outcome.refused(),
                        key.carrier(),
                        key.statement());
    }

    /** What a line asks for goes on being asked while it is refused: with what was granted before, which is taken back. */
    private static Map<Long, BigDecimal> askedAgain(List<LineStore.Kept> asking) {
        var asked = new HashMap<Long, BigDecimal>();
        for (var kept : asking) {
            var disposed = kept.line().disposed();
            asked.put(kept.line().id(), kept.asked().add(disposed.spent()).subtract(disposed.tolerated()));
        }
        return asked;
    }

    private static String id(Receivable item) {
        return item.kind() + " " + item.subject();
    }

    private void post(List<ReceivableEntry> entries, List<LineStore.Kept> asking) {
        Map<Long, String> cycles = new HashMap<>();
        asking.forEach(kept -> cycles.put(kept.line().id(), kept.line().origin().cycle()));
        entries.forEach(entry -> stores.entries().add(entry, cycles.getOrDefault(entry.line(), "")));
        stores.entries().append();
    }

    /** The receivable that a line has paid last. */
    private Optional<Kept> paidBy(LineStore.Kept kept) {
        return stores
                .jdbc()
                .query(
                        """
                        SELECT kind, debtor, subject FROM receivable_entry WHERE line_id = ? AND what IN ('LINE', 'SUSPENSE')
                        ORDER BY entry_id DESC LIMIT 1""",
                        (row, n) -> stores.receivables()
                                .of(ReceivableKind.valueOf(row.getString(1)), row.getString(2), row.getString(3))
                                .orElseThrow(),
                        kept.line().id())
                .stream()
                .findFirst();
    }
}
