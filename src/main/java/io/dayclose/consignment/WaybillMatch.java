package io.dayclose.consignment;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.config.carrier.Fee;
import io.dayclose.consignment.Entry.What;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Matches the lines of one waybill with what is owed for it: passes 2 to 4. What was placed before stays; only what is left of a
 * line, tonight's or one that waited, looks for its place again. The order in which lines are given does not matter.
 */
public final class WaybillMatch {
    private static final int NETTED = 2;
    private static final int EXACT = 3;
    private static final int IN_KEY = 4;

    /** A fee that nobody stated is looked for within so many times the agreed one. */
    private static final BigDecimal UNSTATED = BigDecimal.valueOf(2);

    private final Agreement agreement;
    private final boolean elsewhere;
    private final List<Line> lines;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Receivable cod;
    private @Nullable Receivable claim;

    /**
     * @param elsewhere whether another carrier has the waybill
     * @param cod and claim: what is owed, none when no shipment says so
     */
    public record Case(
            Agreement agreement,
            boolean elsewhere,
            Optional<Receivable> cod,
            Optional<Receivable> claim,
            List<Line> lines) {}

    /** What came of it; the lines of the case have changed with it. */
    public record Outcome(Optional<Receivable> cod, Optional<Receivable> claim, List<Entry> entries) {}

    private WaybillMatch(Case given) {
        agreement = given.agreement();
        elsewhere = given.elsewhere();
        cod = given.cod().orElse(null);
        claim = given.claim().orElse(null);
        lines = given.lines().stream().sorted(Line.ORDER).toList();
    }

    public static Outcome match(Case given) {
        var match = new WaybillMatch(given);
        match.lines.forEach(Line::begin);
        match.takeCreditBack();
        match.free(match.cod);
        match.free(match.claim);
        match.lines.stream()
                .filter(line -> line.stated().type() == LineType.REVERSAL)
                .forEach(match::reverse);
        match.lines.stream().filter(line -> line.left().signum() > 0).forEach(match::collect);
        match.lines.stream().filter(line -> line.left().signum() < 0).forEach(match::takeBack);
        match.credit(given.cod().map(Receivable::credited).orElse(BigDecimal.ZERO));
        match.offerTolerance();
        return new Outcome(Optional.ofNullable(match.cod), Optional.ofNullable(match.claim), match.entries);
    }

    private void takeCreditBack() {
        if (cod != null && cod.credited().signum() > 0) {
            cod = cod.credit(Rounding.NO_FEN);
        }
    }

    /** What was paid beyond an amount that was lowered since looks for its place again, as if it came only now: the last first. */
    private void free(@Nullable Receivable item) {
        if (item == null) {
            return;
        }
        var rest = item.settled().subtract(item.gross());
        var latest = new ArrayList<>(lines);
        Collections.reverse(latest);
        for (var line : latest) {
            boolean ofClaim = line.stated().type() == LineType.CLAIM;
            var part = rest.min(line.placed());
            if (part.signum() > 0 && ofClaim == (item.kind() == ReceivableKind.LOST_CLAIM)) {
                pay(current(item), line, part.negate(), NETTED);
                rest = rest.subtract(part);
            }
        }
    }

    /** What was paid and is not owed any more is the dealer's, not the carrier's: only what has changed of it is posted. */
    private void credit(BigDecimal before) {
        if (cod != null) {
            var amount = cod.open().negate().max(Rounding.NO_FEN);
            if (amount.compareTo(before) != 0) {
                entries.add(Entry.of(cod, What.CREDIT, before.subtract(amount)));
            }
            cod = amount.signum() > 0 ? cod.credit(amount) : cod;
        }
    }

    /** Takes back what the line that it names has paid. */
    private void reverse(Line reversal) {
        if (reversal.left().signum() >= 0) {
            return;
        }
        for (var original : lines) {
            boolean named = !reversal.stated().originalLineId().isEmpty()
                    ? original.stated().carrierLineId().equals(reversal.stated().originalLineId())
                    : original.collects().compareTo(reversal.collects().negate()) == 0;
            if (named && original != reversal && original.collects().signum() > 0) {
                var amount = original.left()
                        .add(original.placed())
                        .min(reversal.left().negate());
                unplace(original, amount.subtract(original.left()));
                net(original, reversal, amount);
            }
        }
    }

    private void unplace(Line original, BigDecimal amount) {
        var item = original.stated().type() == LineType.CLAIM ? claim : cod;
        if (amount.signum() > 0 && item != null) {
            pay(item, original, amount.negate(), NETTED);
            takeToleranceBack(current(item), original);
        }
    }

    /** What was too little to follow beside a payment is owed again with it. */
    private void takeToleranceBack(Receivable item, Line original) {
        var spent = original.disposed().spent();
        if (spent.signum() > 0 && original.placed().signum() == 0) {
            entries.add(Entry.of(item, What.TOLERANCE, spent.negate()).by(original, NETTED));
            original.spend(spent.negate());
            put(item.tolerate(spent.negate()));
        }
    }

    private static void net(Line positive, Line negative, BigDecimal amount) {
        positive.net(amount);
        negative.net(amount.negate());
    }

    private void collect(Line line) {
        var item = line.stated().type() == LineType.CLAIM ? claim : cod;
        var refused = refused(line, item);
        if (refused.isPresent()) {
            line.hold(refused.get());
        } else if (item != null) {
            place(line, item);
        }
    }

    /** Why a line may not pay at all. */
    private Optional<String> refused(Line line, @Nullable Receivable item) {
        if (item == null || item.gross().signum() == 0) {
            return Optional.of((elsewhere ? BreakType.WRONG_CARRIER : BreakType.UNKNOWN_WAYBILL).name());
        }
        if (!line.stated().currency().equals(item.currency())) {
            return Optional.of(BreakType.CURRENCY.name());
        }
        var status = item.track().status();
        if (status == ParcelStatus.SHIPPED || status == ParcelStatus.LOST && item.kind() == ReceivableKind.COD) {
            return Optional.of(BreakType.STATUS.name());
        }
        if (line.apart()) {
            return Optional.of(Held.UNMATCHED);
        }
        return repeats(line, item) ? Optional.of(BreakType.DUPLICATE_LINE.name()) : Optional.empty();
    }

    /** The carrier's own number a second time, or the same again when nothing is left to pay. */
    private boolean repeats(Line line, Receivable item) {
        boolean cancelled = item.gross().add(item.adjusted()).signum() == 0;
        boolean paid = item.open().add(item.writtenOff()).signum() <= 0 && !cancelled;
        boolean untouched = line.left().compareTo(line.collects()) == 0;
        return untouched
                && (repeatsId(line)
                        || paid
                                && before(line)
                                        .anyMatch(each -> each.isLike(line)
                                                && each.placed().signum() > 0));
    }

    /** One that was taken back may be stated again. */
    private boolean repeatsId(Line line) {
        var id = line.stated().carrierLineId();
        return !id.isEmpty()
                && before(line)
                        .filter(each -> each.disposed().netted().compareTo(each.collects()) != 0)
                        .anyMatch(each -> each.stated().carrierLineId().equals(id) && each.isLike(line));
    }

    private java.util.stream.Stream<Line> before(Line line) {
        return lines.stream().takeWhile(each -> each != line);
    }

    private void place(Line line, Receivable item) {
        restate(line, item);
        recover(line, item);
        var now = current(item);
        var amount = line.left().min(now.open());
        if (amount.signum() > 0) {
            boolean exact = amount.compareTo(now.open()) == 0 && amount.compareTo(line.collects()) == 0;
            pay(now, line, amount, exact ? EXACT : IN_KEY);
        }
        if (line.left().signum() > 0) {
            tooMuch(line, current(item));
        }
    }

    /** Cash that comes after the rest was written off or tolerated takes that back, up to its amount. */
    private void recover(Line line, Receivable item) {
        var missing = line.left().subtract(item.open().max(BigDecimal.ZERO));
        var writtenOff = missing.min(item.writtenOff());
        if (writtenOff.signum() > 0) {
            entries.add(Entry.of(item, What.WRITE_OFF, writtenOff.negate()).by(line, IN_KEY));
            put(item.writeOff(writtenOff.negate()));
        }
        var tolerated = missing.subtract(writtenOff.max(BigDecimal.ZERO)).min(item.tolerated());
        if (tolerated.signum() > 0) {
            put(current(item).tolerate(tolerated.negate()));
            unspend(item, line, tolerated);
        }
    }

    /** The lines that were granted it give it back, the one that has come whatever nobody here was granted. */
    private void unspend(Receivable item, Line came, BigDecimal amount) {
        var rest = amount;
        for (var line : lines) {
            var part = rest.min(line.disposed().spent());
            if (part.signum() > 0) {
                entries.add(Entry.of(item, What.TOLERANCE, part.negate()).by(line, IN_KEY));
                line.spend(part.negate());
                rest = rest.subtract(part);
            }
        }
        if (rest.signum() > 0) {
            entries.add(Entry.of(item, What.TOLERANCE, rest.negate()).by(came, IN_KEY));
        }
    }

    /** A line that states only what is paid leaves the fee to us: what it lacks is about a fee. */
    private void restate(Line line, Receivable item) {
        var stated = line.stated();
        boolean netOnly = agreement.fee().mode() == Fee.Mode.NETTED
                && stated.fee().signum() == 0
                && line.left().compareTo(stated.gross()) == 0;
        var fee = agreement.fee().agreed(item.open());
        var lacks = item.open().subtract(stated.gross());
        if (!netOnly || lacks.signum() <= 0 || lacks.compareTo(fee.multiply(UNSTATED)) > 0) {
            return;
        }
        var missing = lacks.subtract(fee);
        if (missing.abs().compareTo(agreement.fee().tolerance()) <= 0) {
            line.restate(lacks);
        } else if (missing.signum() > 0) {
            line.restate(fee);
        }
    }

    private void tooMuch(Line line, Receivable item) {
        var status = item.track().status();
        boolean nothing = line.left().compareTo(line.collects()) == 0;
        if (status == ParcelStatus.REFUSED
                || status == ParcelStatus.PART_REFUSED && item.adjusted().signum() < 0) {
            line.hold(BreakType.PAID_REFUSED);
        } else if (status == ParcelStatus.RETURNED) {
            line.hold(BreakType.PAID_RETURNED);
        } else {
            line.hold(BreakType.OVER);
            if (!nothing && agreement.tolerance().allowsOver(line.left(), item.gross())) {
                line.candidate(line.left().negate());
            }
        }
    }

    /** Cash taken back: against what we owe back, then against what waits, else nobody knows why. */
    private void takeBack(Line line) {
        if (cod != null && cod.open().signum() < 0) {
            pay(cod, line, cod.open().max(line.left()), NETTED);
        }
        for (var held : lines) {
            var amount = held.left().min(line.left().negate());
            if (amount.signum() > 0) {
                net(held, line, amount);
            }
        }
        if (line.left().signum() < 0) {
            line.hold(BreakType.REFUND_UNEXPECTED);
        }
    }

    /** What is missing of a parcel that was paid almost whole. */
    private void offerTolerance() {
        for (var item : new Receivable[] {cod, claim}) {
            if (item != null
                    && item.open().signum() > 0
                    && item.collected().signum() > 0
                    && agreement
                            .tolerance()
                            .allowsShort(item.open(), item.gross().add(item.adjusted()))) {
                lines.stream()
                        .filter(line -> line.placed().signum() > 0)
                        .filter(line ->
                                (line.stated().type() == LineType.CLAIM) == (item.kind() == ReceivableKind.LOST_CLAIM))
                        .reduce((earlier, later) -> later)
                        .ifPresent(line -> line.candidate(item.open()));
            }
        }
    }

    private void pay(Receivable item, Line line, BigDecimal amount, int pass) {
        var what = amount.signum() < 0 ? What.REVERSAL : line.origin().pooled() ? What.SUSPENSE : What.LINE;
        entries.add(Entry.of(item, what, amount).by(line, pass));
        line.place(amount);
        put(item.pay(amount));
    }

    private void put(Receivable item) {
        if (item.kind() == ReceivableKind.LOST_CLAIM) {
            claim = item;
        } else {
            cod = item;
        }
    }

    private Receivable current(Receivable item) {
        var now = item.kind() == ReceivableKind.LOST_CLAIM ? claim : cod;
        return now == null ? item : now;
    }
}
