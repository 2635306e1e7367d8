package io.dayclose.consignment.reconcile;

import io.dayclose.consignment.BreakType;
import io.dayclose.consignment.GroupMatch;
import io.dayclose.consignment.Line;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.Waybills;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.ReceivableStore.Kept;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Matches the lines of a carrier whose own waybill nobody knows: every one that waits, tonight's and older ones. */
final class Groups {
    private static final int IN_QUERY = 500;

    private final Desk desk;

    Groups(Desk desk) {
        this.desk = desk;
    }

    /** Carriers that have lines to be placed, or parcels that were proposed. */
    List<String> carriers() {
        return desk.jdbc().queryForList("""
                SELECT carrier_code FROM statement_line WHERE reason IN ('UNKNOWN_WAYBILL', 'AMBIGUOUS', 'PROPOSED') AND state = 'LIVE'
                UNION SELECT debtor FROM receivable WHERE is_open = 1 AND kind = 'COD' AND proposed <> '' ORDER BY carrier_code""", String.class);
    }

    /** Must run in a transaction. */
    void match(String carrier) {
        var kept = desk.lines()
                .load(
                        "WHERE l.reason IN ('UNKNOWN_WAYBILL', 'AMBIGUOUS', 'PROPOSED') AND l.carrier_code = ? AND l.state = 'LIVE' AND l.apart = 0",
                        carrier);
        var lines = kept.stream()
                .map(LineStore.Kept::line)
                .filter(line -> line.left().signum() > 0)
                .toList();
        var known = candidates(carrier, lines);
        var given = known.values().stream().map(Kept::item).toList();
        var agreement = desk.expectation(carrier).agreement(desk.asOf());
        lines.forEach(line -> line.pend(BreakType.UNKNOWN_WAYBILL));
        var outcome = GroupMatch.match(agreement, lines, given, Dismissed.of(desk.jdbc(), carrier)::has);
        post(outcome, kept, known);
        keep(outcome.receivables(), known);
        desk.lines()
                .put(kept.stream()
                        .map(each -> each.asking(each.line().candidate()))
                        .toList());
        kept.stream().map(LineStore.Kept::line).forEach(line -> {
            desk.judge(carrier, line.stated().normal());
            if (line.candidate().signum() != 0) {
                desk.askTolerance(line.stated());
            }
        });
        desk.judge(carrier, "");
        desk.entries().append();
    }

    private void post(GroupMatch.Outcome outcome, List<LineStore.Kept> kept, Map<String, Kept> known) {
        var cycles = kept.stream()
                .collect(Collectors.toMap(
                        each -> each.line().id(), each -> each.line().origin().cycle()));
        for (var entry : outcome.entries()) {
            var owed = known.get(entry.subject()).item();
            desk.entries().add(entry, desk.cycle(owed, cycles.getOrDefault(entry.line(), "")));
        }
    }

    private void keep(Collection<Receivable> now, Map<String, Kept> known) {
        var changed = new ArrayList<Kept>();
        for (var item : now) {
            var before = known.get(item.subject());
            if (!item.equals(before.item())) {
                changed.add(before.with(item));
                desk.judge(item.debtor(), item.normal());
            }
        }
        desk.receivables().put(changed);
    }

    /** Parcels that one of the lines' keys names, those of their own waybills, and those proposed before. */
    private Map<String, Kept> candidates(String carrier, List<Line> lines) {
        var found = new LinkedHashMap<String, Kept>();
        var waybills = keys(lines.stream().map(line -> line.stated().normal()).toList());
        var orders = keys(lines.stream()
                .map(line -> Waybills.normal(line.stated().order()))
                .toList());
        orders.addAll(waybills);
        var batches = keys(lines.stream().map(line -> line.stated().batch()).toList());
        read(carrier, "r.batch_ref", batches, found);
        read(carrier, "r.order_no", orders, found);
        read(carrier, "r.parent", waybills, found);
        read(carrier, "r.waybill", waybills, found);
        var parents = found.values().stream()
                .map(kept -> Waybills.normal(kept.item().track().parent()))
                .toList();
        read(carrier, "r.waybill", keys(parents), found);
        desk.receivables()
                .load("WHERE r.debtor = ? AND r.is_open = 1 AND r.proposed <> '' AND r.kind = 'COD'", carrier)
                .forEach(kept -> found.put(kept.item().subject(), kept));
        return found;
    }

    private static Set<String> keys(Collection<String> all) {
        var keys = new TreeSet<>(all);
        keys.remove("");
        return keys;
    }

    private void read(String carrier, String column, Set<String> keys, Map<String, Kept> found) {
        var all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += IN_QUERY) {
            var piece = all.subList(from, Math.min(all.size(), from + IN_QUERY));
            var values = new ArrayList<Object>(piece);
            values.add(carrier);
            desk.receivables()
                    .load(
                            "WHERE %s IN (%s) AND r.debtor = ? AND r.kind = 'COD'"
                                    .formatted(column, String.join(", ", Collections.nCopies(piece.size(), "?"))),
                            values.toArray())
                    .forEach(kept -> found.put(kept.item().subject(), kept));
        }
    }
}
