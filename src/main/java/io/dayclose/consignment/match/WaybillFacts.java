package io.dayclose.consignment.match;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.consignment.BreakRules;
import io.dayclose.consignment.Parcel;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.ReceivableEntry;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.consignment.WaybillMatch;
import io.dayclose.consignment.arrive.ShipmentReader;
import io.dayclose.consignment.store.DueWaybills.Due;
import io.dayclose.consignment.store.DueWaybills.Span;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.ReceivableStore.Kept;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.database.InList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All that is known of some waybills of one carrier, read together. */
public final class WaybillFacts {
    private static final int IN_QUERY = 500;

    private final RoundStores stores;
    private final Map<String, List<Kept>> receivables = new HashMap<>();
    private final Map<String, List<LineStore.Kept>> lines = new HashMap<>();
    private final Map<String, List<Parcel.Shipped>> shipments = new HashMap<>();
    private final Set<String> elsewhere = new HashSet<>();
    private final Set<String> broken = new HashSet<>();

    WaybillFacts(RoundStores stores) {
        this.stores = stores;
    }

    /** A movement that the facts themselves bring, and its cycle. */
    record Posted(ReceivableEntry entry, String cycle) {}

    /**
     * What is known of one waybill.
     *
     * @param facts what its shipment has changed
     * @param broken whether a break of it is open
     */
    record Known(
            Optional<Kept> cod, Optional<Kept> claim, List<LineStore.Kept> lines, List<Posted> facts, boolean broken) {

        /** Whether nothing of it has to be judged: all is placed as agreed, and time changes nothing. */
        boolean isClean(WaybillMatch.Outcome outcome, Agreement agreement) {
            var items = Stream.of(outcome.cod(), outcome.claim())
                    .flatMap(Optional::stream)
                    .toList();
            boolean quiet = lines.stream()
                    .map(LineStore.Kept::line)
                    .allMatch(line -> WaybillBatch.isPlaced(line)
                            && line.candidate().signum() == 0
                            && !line.origin().pooled());
            if (broken
                    || !quiet
                    || items.stream()
                            .anyMatch(item -> item.isDue() && item.open().signum() > 0)) {
                return false;
            }
            var subject = new BreakRules.Subject(
                    "",
                    "",
                    agreement,
                    items,
                    lines.stream().map(LineStore.Kept::line).toList(),
                    false);
            return BreakRules.of(subject, java.time.LocalDate.EPOCH).isEmpty()
                    && BreakRules.attention(subject, java.time.LocalDate.EPOCH).isEmpty();
        }
    }

    /** Reads all that bears one of these waybills, which are those of the span that are due. */
    void load(Span of, List<Due> due) {
        Stream.of(receivables, lines, shipments).forEach(Map::clear);
        elsewhere.clear();
        broken.clear();
        var span = of.values();
        stores.receivables()
                .due(0, of)
                .forEach(kept -> add(receivables, kept.item().normal(), kept));
        stores.lines()
                .toMatch(of)
                .forEach(kept -> add(lines, kept.line().stated().normal(), kept));
        if (!stores.jdbc()
                .queryForList(
                        "SELECT 1 FROM break_item WHERE is_open = 1 AND debtor = ? AND scope = 'WAYBILL' LIMIT 1",
                        Integer.class,
                        of.carrier())
                .isEmpty()) {
            stores.breaks().toMatch(of).forEach(each -> broken.add(each.waybill()));
        }
        if (due.stream().anyMatch(each -> !each.shipment().isEmpty())) {
            new ShipmentReader(stores.jdbc()).read(span).forEach(each -> add(shipments, each.waybill(), each));
        }
        strangers(of.carrier(), due);
    }

    /** Which of the waybills that this carrier does not have another one has. */
    private void strangers(String carrier, List<Due> due) {
        var unknown = due.stream()
                .filter(each -> each.shipment().isEmpty() && !receivables.containsKey(each.waybill()))
                .map(Due::waybill)
                .toList();
        for (int from = 0; from < unknown.size(); from += IN_QUERY) {
            var piece = unknown.subList(from, Math.min(unknown.size(), from + IN_QUERY));
            var in = InList.marks(piece);
            var values = new ArrayList<Object>(piece);
            values.add(carrier);
            elsewhere.addAll(stores.jdbc()
                    .queryForList(
                            "SELECT waybill FROM receivable WHERE waybill IN (" + in
                                    + ") AND debtor <> ? AND kind = 'COD'",
                            String.class,
                            values.toArray()));
            elsewhere.addAll(stores.jdbc()
                    .queryForList(
                            "SELECT waybill FROM recon_due WHERE waybill IN (" + in
                                    + ") AND carrier_code <> ? AND shipment <> ''",
                            String.class,
                            values.toArray()));
        }
    }

    private static <T> void add(Map<String, List<T>> map, String key, T value) {
        map.computeIfAbsent(key, any -> new ArrayList<>(2)).add(value);
    }

    boolean elsewhere(String waybill) {
        return elsewhere.contains(waybill);
    }

    Known of(Due due) {
        var kept = receivables.getOrDefault(due.waybill(), List.of());
        var cod = kind(kept, ReceivableKind.COD);
        var claim = kind(kept, ReceivableKind.LOST_CLAIM);
        var posted = new ArrayList<Posted>();
        if (!due.shipment().isEmpty()) {
            var parcel = Parcel.of(shipments.getOrDefault(due.shipment(), List.of()));
            var expected = stores.expectation(due.carrier());
            var collected = cod.map(each -> each.item().collected()).orElse(BigDecimal.ZERO);
            cod = Optional.of(now(cod, expected.cod(parcel, collected), posted));
            var claimed = expected.claim(parcel, collected);
            if (claim.isPresent() || claimed.gross().signum() != 0) {
                claim = Optional.of(now(claim, claimed, posted));
            }
        }
        var ofWaybill = lines.getOrDefault(due.waybill(), List.of());
        return new Known(cod, claim, ofWaybill, posted, broken.contains(due.waybill()));
    }

    private static Optional<Kept> kind(List<Kept> kept, ReceivableKind kind) {
        return kept.stream().filter(each -> each.item().kind() == kind).findFirst();
    }

    /** A receivable with what its facts say now; the difference is posted. */
    private Kept now(Optional<Kept> before, Receivable facts, List<Posted> posted) {
        var item = before.map(kept -> kept.item().of(facts)).orElse(facts);
        var old = before.map(Kept::item);
        move(posted, ReceivableEntry.What.GROSS, old, item);
        move(posted, ReceivableEntry.What.ADJUST, old, item);
        return before.map(kept -> kept.with(item)).orElse(new Kept(item, stores.asOf(), null));
    }

    private void move(List<Posted> posted, ReceivableEntry.What what, Optional<Receivable> old, Receivable item) {
        var home = stores.agreements().home(item);
        var was = old.map(stores.agreements()::home).orElse(home);
        var from = old.map(each -> amount(what, each)).orElse(BigDecimal.ZERO);
        var to = amount(what, item);
        if (was.equals(home)
                && old.filter(each -> !each.currency().equals(item.currency())).isEmpty()) {
            post(posted, ReceivableEntry.of(item, what, to.subtract(from)), home);
        } else {
            post(posted, ReceivableEntry.of(old.orElse(item), what, from.negate()), was);
            post(posted, ReceivableEntry.of(item, what, to), home);
        }
    }

    private static void post(List<Posted> posted, ReceivableEntry entry, String cycle) {
        if (entry.amount().signum() != 0) {
            posted.add(new Posted(entry, cycle));
        }
    }

    private static BigDecimal amount(ReceivableEntry.What what, Receivable item) {
        return what == ReceivableEntry.What.GROSS ? item.gross() : item.adjusted();
    }

    /** What was agreed for a parcel at the time, or for a waybill nobody knows when its line came. */
    Agreement agreement(Due due, Known known) {
        var day = known.cod()
                .map(kept -> kept.item().track().statusOn())
                .or(() -> known.lines().stream()
                        .map(kept -> kept.line().origin().night())
                        .findFirst())
                .orElse(stores.asOf());
        return stores.expectation(due.carrier()).agreement(day);
    }
}
