package io.dayclose.consignment;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.consignment.ReceivableEntry.What;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Matches lines whose own waybill nobody knows: by another name of the parcel (pass 5), or all lines of a batch with all of its
 * parcels (pass 6). What fits in only one way is taken; anything else is proposed to people.
 */
public final class GroupMatch {
    private static final int ALIAS = 5;
    private static final int BATCH = 6;
    private static final Comparator<Receivable> ORDER = Comparator.comparing(Receivable::subject);

    private final Agreement agreement;
    private final BiPredicate<StatementLine, Receivable> dismissed;
    private final Map<String, Receivable> receivables = new LinkedHashMap<>();
    private final Map<String, StatementLine> aliased = new LinkedHashMap<>();
    private final List<ReceivableEntry> entries = new ArrayList<>();

    /** What came of it: receivables that were paid or are proposed to be, and what moved. */
    public record Outcome(Collection<Receivable> receivables, List<ReceivableEntry> entries) {}

    private GroupMatch(
            Agreement agreement, Collection<Receivable> given, BiPredicate<StatementLine, Receivable> dismissed) {
        this.agreement = agreement;
        this.dismissed = dismissed;
        given.stream().sorted(ORDER).forEach(each -> receivables.put(each.subject(), each.proposedWith("")));
    }

    /**
     * Matches the lines of one carrier.
     *
     * @param lines that no waybill's own parcel takes
     * @param given every parcel that one of their other keys names, with those of their own waybills
     * @param dismissed whether people have said that a line does not pay a parcel
     */
    public static Outcome match(
            Agreement agreement,
            Collection<StatementLine> lines,
            Collection<Receivable> given,
            BiPredicate<StatementLine, Receivable> dismissed) {
        var match = new GroupMatch(agreement, given, dismissed);
        var ordered = lines.stream().sorted(StatementLine.ORDER).toList();
        if (agreement.aliases()) {
            ordered.forEach(match::alias);
        }
        match.aliased.forEach(match::offer);
        match.batches(ordered);
        return new Outcome(match.receivables.values(), match.entries);
    }

    /** Nets a line whose payments were taken back with the one that says so; what is left of either waits. */
    public static void net(StatementLine original, StatementLine reversal) {
        ReversalRules.net(
                original, reversal, original.left().min(reversal.left().negate()));
        hold(original, BreakType.UNKNOWN_WAYBILL.name());
        hold(reversal, BreakType.REFUND_UNEXPECTED.name());
    }

    private void alias(StatementLine line) {
        var found = open(List.of(line), item -> knows(item, line)).toList();
        if (found.size() > 1) {
            line.hold(BreakType.AMBIGUOUS);
        } else if (found.size() == 1) {
            pay(found.get(0), line, found.get(0).open().min(line.left()), ALIAS);
            hold(line, BreakType.OVER.name());
            aliased.put(found.get(0).subject(), line);
        }
    }

    /** What is missing of a parcel that was paid almost whole under another name. */
    private void offer(String subject, StatementLine last) {
        var item = Objects.requireNonNull(receivables.get(subject));
        boolean almost = item.open().signum() > 0
                && agreement.tolerance().allowsShort(item.open(), item.gross().add(item.adjusted()));
        if (almost) {
            last.candidate(item.open());
        }
    }

    /** What lines of one currency may pay: nothing that was dismissed with one of them. */
    private Stream<Receivable> open(List<StatementLine> lines, Predicate<Receivable> which) {
        return receivables.values().stream()
                .filter(item -> item.open().signum() > 0 && item.isDue())
                .filter(item -> item.currency().equals(lines.get(0).stated().currency()))
                .filter(which)
                .filter(item -> lines.stream().noneMatch(line -> dismissed.test(line, item)));
    }

    /** Whether the line names the parcel by its order, or by a waybill it went under before or after. */
    private boolean knows(Receivable item, StatementLine line) {
        var stated = line.stated();
        var track = item.track();
        var order = Waybills.normal(track.order());
        boolean byOrder =
                !order.isEmpty() && (order.equals(Waybills.normal(stated.order())) || order.equals(stated.normal()));
        if (byOrder || stated.normal().isEmpty()) {
            return byOrder;
        }
        return Waybills.normal(track.parent()).equals(stated.normal())
                || receivables.values().stream()
                        .filter(own -> own.normal().equals(stated.normal()))
                        .anyMatch(own -> Waybills.normal(own.track().parent()).equals(item.normal()));
    }

    private void batches(List<StatementLine> lines) {
        var batches = new TreeMap<String, List<StatementLine>>();
        lines.stream()
                .filter(line ->
                        line.left().signum() > 0 && !line.stated().batch().isEmpty())
                .filter(line -> !line.reason().equals(BreakType.AMBIGUOUS.name()))
                .forEach(line -> batches.computeIfAbsent(
                                line.stated().batch() + " " + line.stated().currency(), any -> new ArrayList<>())
                        .add(line));
        batches.values().forEach(this::batch);
    }

    private void batch(List<StatementLine> lines) {
        var batch = lines.get(0).stated().batch();
        var items = open(lines, item -> item.track().batch().equals(batch)).toList();
        var open = items.stream().map(Receivable::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        var stated = lines.stream().map(StatementLine::left).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (items.isEmpty()) {
            return;
        }
        var missing = open.subtract(stated);
        boolean fits = missing.signum() >= 0
                ? agreement.tolerance().allowsShort(missing, open)
                : agreement.tolerance().allowsOver(missing.negate(), open);
        if (fits && lines.stream().noneMatch(StatementLine::apart)) {
            items.forEach(item -> pay(item, lines));
            offer(lines.get(lines.size() - 1), missing);
        } else {
            lines.forEach(line -> line.hold(SuspenseReason.PROPOSED));
            items.forEach(item -> receivables.put(item.subject(), item.proposedWith(batch)));
        }
    }

    private static void offer(StatementLine last, BigDecimal missing) {
        if (missing.signum() != 0) {
            last.candidate(missing);
            hold(last, BreakType.OVER.name());
        }
    }

    private void pay(Receivable item, List<StatementLine> lines) {
        for (var line : lines) {
            var now = receivables.getOrDefault(item.subject(), item);
            var amount = now.open().min(line.left());
            if (amount.signum() > 0) {
                pay(now, line, amount, BATCH);
            }
        }
    }

    private void pay(Receivable item, StatementLine line, BigDecimal amount, int pass) {
        var what = line.origin().pooled() ? What.SUSPENSE : What.LINE;
        entries.add(ReceivableEntry.of(item, what, amount).by(line, pass));
        line.place(amount);
        hold(line, line.reason());
        receivables.put(item.subject(), item.pay(amount));
    }

    private static void hold(StatementLine line, String reason) {
        line.hold(line.left().signum() == 0 ? "" : reason);
    }
}
