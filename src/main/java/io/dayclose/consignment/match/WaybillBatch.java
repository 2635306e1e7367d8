package io.dayclose.consignment.match;

import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.ReceivableEntry;
import io.dayclose.consignment.ReceivableKind;
import io.dayclose.consignment.StatementLine;
import io.dayclose.consignment.SuspenseReason;
import io.dayclose.consignment.WaybillMatch;
import io.dayclose.consignment.store.DueWaybills.Due;
import io.dayclose.consignment.store.DueWaybills.Span;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.ReceivableStore.Kept;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.consignment.store.SuspenseStore.Waiting;
import io.dayclose.database.BulkRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matches waybills that are due, so many at a time. */
public final class WaybillBatch {
    private static final List<String> DUE = List.of("carrier_code", "waybill", "stage");
    private static final int AT_ONCE = 20_000;

    private final RoundStores stores;
    private final WaybillFacts facts;
    private final List<Kept> receivables = new ArrayList<>();
    private final List<LineStore.Kept> lines = new ArrayList<>();
    private BulkRows unclean = new BulkRows("recon_due", DUE);

    public WaybillBatch(RoundStores stores) {
        this.stores = stores;
        facts = new WaybillFacts(stores);
    }

    /** The waybills that are to be matched. */
    public List<Span> due() {
        return stores.waybills().spans(0, AT_ONCE);
    }

    /** Must run in a transaction. */
    public void match(Span span) {
        var due = stores.waybills().toMatch(span);
        facts.load(span, due);
        unclean = new BulkRows("recon_due", DUE);
        due.forEach(this::match);
        stores.receivables().put(receivables);
        stores.lines().put(lines);
        stores.entries().append();
        stores.waybills().done(0, span); // what came out clean is done; the rest is judged once all is matched
        stores.bulk().insertNew(unclean);
        receivables.clear();
        lines.clear();
    }

    private void match(Due due) {
        if (due.waybill().isEmpty()) {
            unclean.add(due.carrier(), due.waybill(), 1L);
            return;
        }
        var known = facts.of(due);
        var agreement = facts.agreement(due, known);
        var given = new WaybillMatch.Case(
                agreement,
                facts.elsewhere(due.waybill()),
                known.cod().map(Kept::item),
                known.claim().map(Kept::item),
                known.lines().stream().map(LineStore.Kept::line).toList());
        var outcome = WaybillMatch.match(given);
        keep(known, outcome);
        if (!known.isClean(outcome, agreement)) {
            unclean.add(due.carrier(), due.waybill(), 1L);
        }
    }

    private void keep(WaybillFacts.Known known, WaybillMatch.Outcome outcome) {
        known.facts().forEach(entry -> stores.entries().add(entry.entry(), entry.cycle()));
        outcome.entries().forEach(entry -> stores.entries().add(entry, cycle(entry, known)));
        keep(known.cod(), outcome.cod());
        outcome.cod().ifPresent(item -> credit(known.cod().map(Kept::item).orElse(item), item));
        keep(known.claim(), outcome.claim());
        known.lines().forEach(kept -> {
            lines.add(kept.asking(kept.line().candidate()));
            if (kept.line().candidate().compareTo(kept.asked()) != 0) {
                stores.lines().askTolerance(kept.line().stated());
            }
        });
    }

    private void keep(Optional<Kept> kept, Optional<Receivable> now) {
        kept.ifPresent(each -> receivables.add(each.with(now.orElse(each.item()))));
    }

    /** What is the dealer's waits under his name. */
    private void credit(Receivable before, Receivable now) {
        if (before.credited().compareTo(now.credited()) != 0) {
            var source = now.debtor() + " " + now.subject();
            var waiting = new Waiting(
                    now.dealer(),
                    source,
                    0,
                    source,
                    now.subject(),
                    now.currency(),
                    now.credited(),
                    stores.asOf(),
                    SuspenseReason.CREDIT);
            stores.suspense().hold(waiting, before.credited().signum() == 0 ? null : stores.asOf());
        }
    }

    private String cycle(ReceivableEntry entry, WaybillFacts.Known known) {
        var paid = known.lines().stream()
                .map(LineStore.Kept::line)
                .filter(line -> line.id() == entry.line())
                .map(line -> line.origin().cycle())
                .findFirst()
                .orElse("");
        return (entry.kind() == ReceivableKind.COD ? known.cod() : known.claim())
                .map(kept -> stores.agreements().cycle(kept.item(), paid))
                .orElse(paid);
    }

    static boolean isPlaced(StatementLine line) {
        return line.left().signum() == 0 && line.disposed().uncovered().compareTo(BigDecimal.ZERO) == 0;
    }
}
