package io.dayclose.consignment.match;

import io.dayclose.consignment.BreakType;
import io.dayclose.consignment.GroupMatch;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.StatementLine;
import io.dayclose.consignment.Waybills;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.ReceivableStore.Kept;
import io.dayclose.consignment.store.ReceivableStore.Reference;
import io.dayclose.consignment.store.RoundStores;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Matches the lines of a carrier whose own waybill nobody knows: every one that waits, tonight's and older ones. */
public final class GroupMatching {
    private static final int IN_QUERY = 500;

    private final RoundStores stores;

    public GroupMatching(RoundStores stores) {
        this.stores = stores;
    }

    /** Carriers that have lines to be placed, or parcels that were proposed. */
    public List<String> carriers() {
        return stores.jdbc().queryForList("""
                SELECT carrier_code FROM statement_line WHERE reason IN ('UNKNOWN_WAYBILL', 'AMBIGUOUS', 'PROPOSED') AND state = 'LIVE'
                UNION SELECT debtor FROM receivable WHERE is_open = 1 AND kind = 'COD' AND proposed <> '' ORDER BY carrier_code""", String.class);
    }

    /** Must run in a transaction. */
    public void match(String carrier) {
        var kept = stores.lines().unplaced(carrier);
        var lines = kept.stream()
                .map(LineStore.Kept::line)
                .filter(line -> line.left().signum() > 0)
                .toList();
        var known = candidates(carrier, lines);
        var given = known.values().stream().map(Kept::item).toList();
        var agreement = stores.expectation(carrier).agreement(stores.asOf());
        lines.forEach(line -> line.pend(BreakType.UNKNOWN_WAYBILL));
        var outcome = GroupMatch.match(agreement, lines, given, DismissedPairs.of(stores.jdbc(), carrier)::has);
        post(outcome, kept, known);
        keep(outcome.receivables(), known);
        stores.lines()
                .put(kept.stream()
                        .map(each -> each.asking(each.line().candidate()))
                        .toList());
        kept.stream().map(LineStore.Kept::line).forEach(line -> {
            stores.waybills().judge(carrier, line.stated().normal());
            if (line.candidate().signum() != 0) {
                stores.lines().askTolerance(line.stated());
            }
        });
        stores.waybills().judge(carrier, "");
        stores.entries().append();
    }

    private void post(GroupMatch.Outcome outcome, List<LineStore.Kept> kept, Map<String, Kept> known) {
        var cycles = kept.stream()
                .collect(Collectors.toMap(
                        each -> each.line().id(), each -> each.line().origin().cycle()));
        for (var entry : outcome.entries()) {
            var owed = Objects.requireNonNull(known.get(entry.subject())).item();
            stores.entries().add(entry, stores.agreements().cycle(owed, cycles.getOrDefault(entry.line(), "")));
        }
    }

    private void keep(Collection<Receivable> now, Map<String, Kept> known) {
        var changed = new ArrayList<Kept>();
        for (var item : now) {
            var before = Objects.requireNonNull(known.get(item.subject()));
            if (!item.equals(before.item())) {
                changed.add(before.with(item));
                stores.waybills().judge(item.debtor(), item.normal());
            }
        }
        stores.receivables().put(changed);
    }

    /** Parcels that one of the lines' keys names, those of their own waybills, and those proposed before. */
    private Map<String, Kept> candidates(String carrier, List<StatementLine> lines) {
        var found = new LinkedHashMap<String, Kept>();
        var waybills = keys(lines.stream().map(line -> line.stated().normal()).toList());
        var orders = keys(lines.stream()
                .map(line -> Waybills.normal(line.stated().order()))
                .toList());
        orders.addAll(waybills);
        var batches = keys(lines.stream().map(line -> line.stated().batch()).toList());
        read(carrier, Reference.BATCH, batches, found);
        read(carrier, Reference.ORDER, orders, found);
        read(carrier, Reference.PARENT, waybills, found);
        read(carrier, Reference.WAYBILL, waybills, found);
        var parents = found.values().stream()
                .map(kept -> Waybills.normal(kept.item().track().parent()))
                .toList();
        read(carrier, Reference.WAYBILL, keys(parents), found);
        stores.receivables()
                .proposed(carrier)
                .forEach(kept -> found.put(kept.item().subject(), kept));
        return found;
    }

    private static Set<String> keys(Collection<String> all) {
        var keys = new TreeSet<>(all);
        keys.remove("");
        return keys;
    }

    private void read(String carrier, Reference reference, Set<String> keys, Map<String, Kept> found) {
        var all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += IN_QUERY) {
            var piece = all.subList(from, Math.min(all.size(), from + IN_QUERY));
            stores.receivables()
                    .named(carrier, reference, piece)
                    .forEach(kept -> found.put(kept.item().subject(), kept));
        }
    }
}
