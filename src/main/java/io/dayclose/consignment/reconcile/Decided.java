package io.dayclose.consignment.reconcile;

import io.dayclose.consignment.Entry;
import io.dayclose.consignment.Entry.What;
import io.dayclose.consignment.Held;
import io.dayclose.consignment.Line;
import io.dayclose.consignment.Manual;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.decide.Target;
import io.dayclose.consignment.decide.Target.OfBreak;
import io.dayclose.consignment.decide.Target.OfLine;
import io.dayclose.consignment.decide.Target.OfReceipt;
import io.dayclose.consignment.decide.Target.OfReceivable;
import io.dayclose.consignment.decide.Verdicts;
import io.dayclose.consignment.store.EntryStore;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.ReceivableStore.Kept;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings what people have decided into the books of a round. */
final class Decided implements Verdicts.Books {
    private static final Optional<String> NOTHING_OPEN = Optional.of("NOTHING_OPEN");

    private final Desk desk;
    private final Receipts receipts;

    Decided(Desk desk) {
        this.desk = desk;
        receipts = new Receipts(desk);
    }

    @Override
    public Optional<String> match(List<Target> waiting, OfReceivable owed, long decision) {
        var open = open(owed);
        if (open.isEmpty()) {
            return NOTHING_OPEN;
        }
        var entries = desk.entries(decision);
        var item = pay(open.get(), waiting, entries);
        if (item.open().compareTo(open.get().item().open()) == 0) {
            return Optional.of("NOTHING_WAITS");
        }
        desk.receivables().put(List.of(open.get().with(item.proposedWith(""))));
        desk.due(item.debtor(), item.normal());
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
        var outcome = Manual.pay(item, kept.line());
        var cycle = desk.cycle(item, kept.line().origin().cycle());
        outcome.entries().forEach(entry -> entries.add(entry, cycle));
        desk.lines().put(List.of(kept.asking(Rounding.NO_FEN)));
        desk.due(kept.line().stated().carrier(), kept.line().stated().normal());
        return outcome.item();
    }

    private Receivable byReceipt(Receivable item, OfReceipt target, EntryStore entries) {
        var found = receipts.find(target.number());
        var amount = found.map(receipt -> receipt.left().min(item.open())).orElse(BigDecimal.ZERO);
        if (found.isEmpty() || amount.signum() <= 0 || !found.get().currency().equals(item.currency())) {
            return item;
        }
        receipts.place(found.get(), found.get().placed().add(amount));
        entries.add(Entry.of(item, What.RECEIPT, amount).by(target.number(), 0), desk.home(item));
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
            Manual.giveBack(kept.line());
            desk.lines().put(List.of(kept));
            desk.due(kept.line().stated().carrier(), kept.line().stated().normal());
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
                .map(Line::id)
                .toList();
    }

    private void takeBack(List<Long> lines, long decision) {
        new Reversal(desk, desk.entries(decision)).of(lines);
        desk.lines().free(lines, Held.UNMATCHED);
        var in = String.join(", ", lines.stream().map(String::valueOf).toList());
        desk.jdbc().update("UPDATE statement_line SET apart = 1 WHERE line_id IN (" + in + ")");
        desk.lines()
                .load("WHERE l.line_id IN (" + in + ")")
                .forEach(kept -> desk.due(
                        kept.line().stated().carrier(), kept.line().stated().normal()));
    }

    private List<Long> linesOf(OfReceivable owed) {
        return desk.jdbc().queryForList("""
                SELECT line_id FROM receivable_entry WHERE kind = ? AND debtor = ? AND subject = ? AND line_id <> 0
                AND what IN ('LINE', 'SUSPENSE', 'REVERSAL') GROUP BY line_id HAVING SUM(amount) <> 0""", Long.class, owed.kind().name(), owed.debtor(), owed.subject());
    }

    @Override
    public Optional<String> writeOff(OfReceivable owed, long decision) {
        var open = open(owed);
        open.ifPresent(kept -> writeOff(kept, desk.entries(decision)));
        return open.isPresent() ? Optional.empty() : NOTHING_OPEN;
    }

    private void writeOff(Kept kept, EntryStore entries) {
        var item = kept.item();
        var today =
                desk.expectation(item.debtor()).agreement(desk.asOf()).cycles().of(desk.asOf());
        entries.add(Entry.of(item, What.WRITE_OFF, item.open()), today.name());
        entries.append();
        desk.receivables().put(List.of(kept.with(item.writeOff(item.open()))));
        desk.due(item.debtor(), item.normal());
    }

    @Override
    public Optional<String> resolve(OfBreak broken, String who, String reason) {
        var open = desk.breaks().open("WHERE b.is_open = 1 AND b.break_key = ?", broken.key());
        open.forEach(each -> desk.breaks().say(each.id(), Map.of("state", "RESOLVED"), who, reason));
        return open.isEmpty() ? Optional.of("ENDED") : Optional.empty();
    }

    private Optional<Kept> receivable(OfReceivable owed) {
        return desk
                .receivables()
                .load(
                        "WHERE r.kind = ? AND r.debtor = ? AND r.subject = ?",
                        owed.kind().name(),
                        owed.debtor(),
                        owed.subject())
                .stream()
                .findFirst();
    }

    private Optional<LineStore.Kept> line(OfLine target) {
        int slash = target.source().lastIndexOf('/');
        return desk
                .lines()
                .load(
                        "WHERE l.carrier_code = ? AND l.statement_no = ? AND l.state = 'LIVE' AND (l.line_id = ? OR ? = 0 AND l.line_no = ?)",
                        target.carrier(),
                        target.source().substring(0, slash),
                        target.id(),
                        target.id(),
                        target.source().substring(slash + 1))
                .stream()
                .findFirst();
    }
}
