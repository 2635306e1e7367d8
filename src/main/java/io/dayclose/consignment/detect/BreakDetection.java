package io.dayclose.consignment.detect;

import io.dayclose.consignment.BreakRules;
import io.dayclose.consignment.BreakType;
import io.dayclose.consignment.Finding;
import io.dayclose.consignment.Finding.Why;
import io.dayclose.consignment.StatementLine;
import io.dayclose.consignment.store.BreakStore;
import io.dayclose.consignment.store.BreakStore.Scope;
import io.dayclose.consignment.store.DueWaybills.Span;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.ReceivableStore.Kept;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.consignment.store.SuspenseStore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names what is left of the waybills that were matched, and brings suspense to what is left of their lines. */
public final class BreakDetection {
    private static final int AT_ONCE = 5_000;
    private final RoundStores stores;

    public BreakDetection(RoundStores stores) {
        this.stores = stores;
    }

    /** The waybills that are to be judged. */
    public List<Span> due() {
        return stores.waybills().spans(1, AT_ONCE);
    }

    /** All that is known of the waybills of a span. */
    private record Known(
            Map<String, List<Kept>> receivables,
            Map<String, List<LineStore.Kept>> lines,
            Map<String, List<BreakStore.Standing>> open,
            Set<String> back) {

        /** Every waybill anything is known of, in order; none stands for lines without any. */
        List<String> waybills() {
            return Stream.of(receivables.keySet(), lines.keySet(), open.keySet())
                    .flatMap(Set::stream)
                    .filter(waybill -> !waybill.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private Known load(Span of) {
        var span = of.values();

        var receivables = stores.receivables().due(1, of);
        var lines = stores.lines().toJudge(of);
        var open = stores.breaks().toJudge(of);
        return new Known(
                receivables.stream()
                        .collect(Collectors.groupingBy(kept -> kept.item().normal())),
                lines.stream()
                        .collect(Collectors.groupingBy(
                                kept -> kept.line().stated().normal())),
                open.stream().collect(Collectors.groupingBy(BreakStore.Standing::waybill)),
                back(span));
    }

    /** Must run in a transaction. */
    public void judge(Span span) {
        var known = load(span);
        stores.receivables()
                .put(known.waybills().stream()
                        .flatMap(waybill -> judge(span.carrier(), waybill, known).stream())
                        .toList());
        var keyless = known.lines().getOrDefault("", List.of());
        var hints = new MatchSuggestions(stores).of(keyless);
        var moved = known.lines().values().stream().flatMap(List::stream).filter(BreakDetection::moves);
        stores.lines().put(stores.suspense().follow(moved.toList()));
        if (span.first().isEmpty()) {
            group(span.carrier(), keyless, hints);
        }
        stores.waybills().done(1, span);
    }

    private static boolean moves(LineStore.Kept kept) {
        return kept.line().left().compareTo(kept.standing().amount()) != 0
                || kept.line().left().signum() != 0
                        && !kept.line().reason().equals(kept.standing().reason());
    }

    /** Waybills whose goods have come back, by either spelling of the waybill. */
    private Set<String> back(Object... values) {
        var sql = """
                SELECT d.waybill FROM recon_due d JOIN receivable r ON r.debtor = d.carrier_code AND r.waybill = d.waybill AND r.kind = 'COD'
                JOIN current_stock_movement m ON m.reference = %s AND m.type = 'RECEIVE'
                WHERE d.carrier_code = ? AND d.waybill BETWEEN ? AND ? AND d.stage = 1""";
        var back = new HashSet<>(stores.jdbc().queryForList(sql.formatted("r.subject"), String.class, values));
        back.addAll(stores.jdbc().queryForList(sql.formatted("r.waybill"), String.class, values));
        return back;
    }

    /** The receivables whose next date has changed. */
    private List<Kept> judge(String carrier, String waybill, Known known) {
        var receivables = known.receivables().getOrDefault(waybill, List.of());
        var lines = known.lines().getOrDefault(waybill, List.of());
        var items = receivables.stream().map(Kept::item).toList();
        LocalDate day = items.stream()
                .map(item -> item.track().statusOn())
                .findFirst()
                .orElse(
                        lines.isEmpty()
                                ? stores.asOf()
                                : lines.get(0).line().origin().night());
        var subject = new BreakRules.Subject(
                carrier,
                items.isEmpty() ? waybill : items.get(0).subject(),
                stores.expectation(carrier).agreement(day),
                items,
                lines.stream().map(LineStore.Kept::line).toList(),
                known.back().contains(waybill));
        var open = known.open().getOrDefault(waybill, List.of());
        stores.breaks().follow(open, BreakRules.of(subject, stores.asOf()), Scope.WAYBILL);
        var next = BreakRules.attention(subject, stores.asOf()).orElse(null);
        return receivables.stream()
                .filter(kept -> !Objects.equals(kept.attention(), next))
                .map(kept -> kept.attention(next))
                .toList();
    }

    /** Lines without a waybill of their own: by batch, else one by one. */
    private void group(String carrier, List<LineStore.Kept> keyless, Map<Long, Why> hints) {
        var found = new ArrayList<Finding>();
        keyless.stream()
                .map(LineStore.Kept::line)
                .filter(line -> hints.containsKey(line.id()))
                .forEach(line -> found.add(finding(line, Objects.requireNonNull(hints.get(line.id())))));
        var batches = new TreeMap<String, BigDecimal>();
        stores.lines()
                .proposed(carrier)
                .forEach(kept ->
                        batches.merge(kept.line().stated().batch(), kept.line().left(), BigDecimal::add));
        batches.forEach((batch, stated) -> found.add(proposed(carrier, batch, stated)));
        stores.breaks().follow(stores.breaks().ofGroups(carrier), merged(found), Scope.GROUP);
    }

    /** Several lines of one batch that nobody knows are one difference. */
    private static List<Finding> merged(List<Finding> found) {
        Map<String, Finding> byKey = new TreeMap<>();
        found.forEach(each -> byKey.merge(
                each.key(),
                each,
                (one, other) -> new Finding(
                        one.type(),
                        one.debtor(),
                        one.subject(),
                        one.amount().add(other.amount()),
                        one.basis(),
                        one.why())));
        return List.copyOf(byKey.values());
    }

    private static Finding finding(StatementLine line, Why why) {
        return new Finding(
                BreakType.valueOf(line.reason()),
                line.stated().carrier(),
                SuspenseStore.subject(line.stated()),
                line.left().abs(),
                line.origin().night(),
                why);
    }

    private Finding proposed(String carrier, String batch, BigDecimal stated) {
        var open = stores.receivables().proposedIn(carrier, batch).stream()
                .map(kept -> kept.item().open())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var missing = open.subtract(stated);
        return new Finding(
                missing.signum() > 0 ? BreakType.SHORT : BreakType.OVER,
                carrier,
                batch,
                missing.abs(),
                stores.asOf(),
                Why.of("BATCH", open, stated, missing));
    }
}
