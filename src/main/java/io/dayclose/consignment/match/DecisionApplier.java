package io.dayclose.consignment.match;

import io.dayclose.consignment.ManualMatch;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.ReceivableEntry;
import io.dayclose.consignment.ReceivableEntry.What;
import io.dayclose.consignment.StatementLine;
import io.dayclose.consignment.SuspenseReason;
import io.dayclose.consignment.arrive.Receipts;
import io.dayclose.consignment.arrive.Reversal;
import io.dayclose.consignment.decide.ApprovedDecisions;
import io.dayclose.consignment.decide.Target;
import io.dayclose.consignment.decide.Target.OfBreak;
import io.dayclose.consignment.decide.Target.OfLine;
import io.dayclose.consignment.decide.Target.OfReceipt;
import io.dayclose.consignment.decide.Target.OfReceivable;
import io.dayclose.consignment.store.EntryStore;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.ReceivableStore.Kept;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Brings what people have decided into the books of a round. */
public final class DecisionApplier implements ApprovedDecisions.Books {
    private static final Optional<String> NOTHING_OPEN = Optional.of("NOTHING_OPEN");

    private final RoundStores stores;
    private final Receipts receipts;

    public DecisionApplier(RoundStores stores) {
        this.stores = stores;
        receipts = new Receipts(stores);
    }

    @Override
    public Optional<String> match(List<Target> waiting, OfReceivable owed, long decision) {
        var open = open(owed);
        if (open.isEmpty()) {
            return NOTHING_OPEN;
        }
        var entries = stores.entries(decision);
        var item = pay(open.get(), waiting, entries);
        if (item.open().compareTo(open.get().item().open()) == 0) {
            return Optional.of("NOTHING_WAITS");
        }
        stores.receivables().put(List.of(open.get().with(item.proposedWith(""))));
        stores.waybills().due(item.debtor(), item.normal());
        entries.append();
        return Optional.empty();
    }

    private Optional<Kept> open(OfReceivable owed) {
        return receivable(owed).filter(kept -> kept.item().open().signum() > 0);
    }

    private Receivable pay(Kept kept, List<Target> waiting, EntryStore entries) {
        var item = kept.item();
        for (var target : waiting) {
            if (target instanceof OfLine line) {
                item = byLine(item, line, entries);
            } else if (target instanceof OfReceipt receipt) {
                item = byReceipt(item, receipt, entries);
            }
        }
        return item;
    }

    private Receivable byLine(Receivable item, OfLine target, EntryStore entries) {
        var found = line(target);
        if (found.isEmpty()
                || item.open().signum() <= 0
                || !found.get().line().stated().currency().equals(item.currency())) {
            return item;
        }
        var kept = found.get();
        var outcome = ManualMatch.pay(item, kept.line());
        var cycle = stores.agreements().cycle(item, kept.line().origin().cycle());
        outcome.entries().forEach(entry -> entries.add(entry, cycle));
        stores.lines().put(List.of(kept.asking(Rounding.NO_FEN)));
        stores.waybills()
                .due(kept.line().stated().carrier(), kept.line().stated().normal());
        return outcome.item();
    }

    private Receivable byReceipt(Receivable item, OfReceipt target, EntryStore entries) {
        var found = receipts.find(target.number());
        var amount = found.map(receipt -> receipt.left().min(item.open())).orElse(BigDecimal.ZERO);
        if (found.isEmpty() || amount.signum() <= 0 || !found.get().currency().equals(item.currency())) {
            return item;
        }
        receipts.place(found.get(), found.get().placed().add(amount));
        entries.add(
                ReceivableEntry.of(item, What.RECEIPT, amount).by(target.number(), 0),
                stores.agreements().home(item));
        return item.pay(amount);
    }

    @Override
    public Optional<String> giveBack(Target waiting) {
        boolean given = waiting instanceof OfLine line ? giveBack(line) : receipts.returnToPayer((OfReceipt) waiting);
        return given ? Optional.empty() : Optional.of("NOTHING_LEFT");
    }

    private boolean giveBack(OfLine target) {
        var found = line(target).filter(kept -> kept.line().left().signum() != 0);
        found.ifPresent(kept -> {
            ManualMatch.giveBack(kept.line());
            stores.lines().put(List.of(kept));
            stores.waybills()
                    .due(kept.line().stated().carrier(), kept.line().stated().normal());
        });
        return found.isPresent();
    }

    @Override
    public Optional<String> unmatch(Target paid, long decision) {
        var lines = paid instanceof OfLine line ? placed(line) : linesOf((OfReceivable) paid);
        if (!lines.isEmpty()) {
            takeBack(lines, decision);
        }
        boolean byReceipts = paid instanceof OfReceivable owed && receipts.takeBack(owed);
        return lines.isEmpty() && !byReceipts ? Optional.of("NOT_PAID") : Optional.empty();
    }

    private List<Long> placed(OfLine target) {
        return line(target).stream()
                .map(LineStore.Kept::line)
                .filter(line -> line.placed().signum() != 0)
                .map(StatementLine::id)
                .toList();
    }

    private void takeBack(List<Long> lines, long decision) {
        new Reversal(stores, stores.entries(decision)).of(lines);
        stores.lines().free(lines, SuspenseReason.UNMATCHED);
        var in = String.join(", ", lines.stream().map(String::valueOf).toList());
        stores.jdbc().update("UPDATE statement_line SET apart = 1 WHERE line_id IN (" + in + ")");
        stores.lines().of(lines).forEach(kept -> stores.waybills()
                .due(kept.line().stated().carrier(), kept.line().stated().normal()));
    }

    private List<Long> linesOf(OfReceivable owed) {
        return stores.jdbc().queryForList("""
                SELECT line_id FROM receivable_entry WHERE kind = ? AND debtor = ? AND subject = ? AND line_id <> 0
                AND what IN ('LINE', 'SUSPENSE', 'REVERSAL') GROUP BY line_id HAVING SUM(amount) <> 0""", Long.class, owed.kind().name(), owed.debtor(), owed.subject());
    }

    @Override
    public Optional<String> writeOff(OfReceivable owed, long decision) {
        var open = open(owed);
        open.ifPresent(kept -> writeOff(kept, stores.entries(decision)));
        return open.isPresent() ? Optional.empty() : NOTHING_OPEN;
    }

    private void writeOff(Kept kept, EntryStore entries) {
        var item = kept.item();
        var today = stores.expectation(item.debtor())
                .agreement(stores.asOf())
                .cycles()
                .of(stores.asOf());
        entries.add(ReceivableEntry.of(item, What.WRITE_OFF, item.open()), today.name());
        entries.append();
        stores.receivables().put(List.of(kept.with(item.writeOff(item.open()))));
        stores.waybills().due(item.debtor(), item.normal());
    }

    @Override
    public Optional<String> resolve(OfBreak broken, String who, String reason) {
        var open = stores.breaks().open(broken.key());
        open.forEach(each -> stores.breaks().resolve(each.id(), who, reason));
        return open.isEmpty() ? Optional.of("ENDED") : Optional.empty();
    }

    private Optional<Kept> receivable(OfReceivable owed) {
        return stores.receivables().of(owed.kind(), owed.debtor(), owed.subject());
    }

    private Optional<LineStore.Kept> line(OfLine target) {
        int slash = target.source().lastIndexOf('/');
        return stores.lines()
                .ofStatement(
                        target.carrier(),
                        target.source().substring(0, slash),
                        target.id(),
                        target.source().substring(slash + 1));
    }
}
