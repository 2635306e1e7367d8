package io.dayclose.consignment;

import io.dayclose.config.carrier.Agreement;
import io.dayclose.config.carrier.Fee;
import io.dayclose.consignment.ReceivableEntry.What;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Matches the lines of one waybill with what is owed for it: passes 2 to 4. What was placed before stays; only what is left of a
 * line, tonight's or one that waited, looks for its place again. The order in which lines are given does not matter.
 */
public final class WaybillMatch {
    /** A fee that nobody stated is looked for within so many times the agreed one. */
    private static final BigDecimal UNSTATED = BigDecimal.valueOf(2);

    private final Agreement agreement;
    private final boolean elsewhere;
    private final WaybillState books;

    /**
     * @param elsewhere whether another carrier has the waybill
     * @param cod and claim: what is owed, none when no shipment says so
     */
    public record Case(
            Agreement agreement,
            boolean elsewhere,
            Optional<Receivable> cod,
            Optional<Receivable> claim,
            List<StatementLine> lines) {}

    /** What came of it; the lines of the case have changed with it. */
    public record Outcome(Optional<Receivable> cod, Optional<Receivable> claim, List<ReceivableEntry> entries) {}

    private WaybillMatch(Case given) {
        agreement = given.agreement();
        elsewhere = given.elsewhere();
        books = new WaybillState(given);
    }

    public static Outcome match(Case given) {
        var match = new WaybillMatch(given);
        var books = match.books;
        var back = new ReversalRules(books);
        books.lines().forEach(StatementLine::begin);
        back.creditUndone();
        books.cod().ifPresent(back::free);
        books.claim().ifPresent(back::free);
        books.lines().stream()
                .filter(line -> line.stated().type() == LineType.REVERSAL)
                .forEach(back::reverse);
        books.lines().stream().filter(line -> line.left().signum() > 0).forEach(match::collect);
        books.lines().stream().filter(line -> line.left().signum() < 0).forEach(back::refund);
        back.credit(given.cod().map(Receivable::credited).orElse(BigDecimal.ZERO));
        match.offerTolerance();
        return new Outcome(books.cod(), books.claim(), books.entries());
    }

    private void collect(StatementLine line) {
        var item = books.owed(line).filter(owed -> owed.gross().signum() != 0);
        if (item.isEmpty()) {
            line.hold(elsewhere ? BreakType.WRONG_CARRIER : BreakType.UNKNOWN_WAYBILL);
            return;
        }
        refused(line, item.get()).ifPresentOrElse(line::hold, () -> place(line, item.get()));
    }

    /** Why a line may not pay what is owed. */
    private Optional<String> refused(StatementLine line, Receivable item) {
        if (!line.stated().currency().equals(item.currency())) {
            return Optional.of(BreakType.CURRENCY.name());
        }
        var status = item.track().status();
        if (status == ParcelStatus.SHIPPED || status == ParcelStatus.LOST && item.kind() == ReceivableKind.COD) {
            return Optional.of(BreakType.STATUS.name());
        }
        if (line.apart()) {
            return Optional.of(SuspenseReason.UNMATCHED);
        }
        return repeats(line, item) ? Optional.of(BreakType.DUPLICATE_LINE.name()) : Optional.empty();
    }

    /** The carrier's own number a second time, or the same again when nothing is left to pay. */
    private boolean repeats(StatementLine line, Receivable item) {
        boolean cancelled = item.gross().add(item.adjusted()).signum() == 0;
        boolean paid = item.open().add(item.writtenOff()).signum() <= 0 && !cancelled;
        boolean untouched = line.left().compareTo(line.collects()) == 0;
        return untouched
                && (repeatsId(line)
                        || paid
                                && books.before(line)
                                        .anyMatch(each -> each.isLike(line)
                                                && each.placed().signum() > 0));
    }

    /** One that was taken back may be stated again. */
    private boolean repeatsId(StatementLine line) {
        var id = line.stated().carrierLineId();
        return !id.isEmpty()
                && books.before(line)
                        .filter(each -> each.disposed().netted().compareTo(each.collects()) != 0)
                        .anyMatch(each -> each.stated().carrierLineId().equals(id) && each.isLike(line));
    }

    private void place(StatementLine line, Receivable item) {
        restate(line, item);
        recover(line, item);
        var now = books.now(item);
        var amount = line.left().min(now.open());
        if (amount.signum() > 0) {
            boolean exact = amount.compareTo(now.open()) == 0 && amount.compareTo(line.collects()) == 0;
            books.pay(now, line, amount, exact ? WaybillState.EXACT : WaybillState.IN_KEY);
        }
        if (line.left().signum() > 0) {
            tooMuch(line, books.now(item));
        }
    }

    /** Cash that comes after the rest was written off or tolerated takes that back, up to its amount. */
    private void recover(StatementLine line, Receivable item) {
        var missing = line.left().subtract(item.open().max(BigDecimal.ZERO));
        var writtenOff = missing.min(item.writtenOff());
        if (writtenOff.signum() > 0) {
            books.post(ReceivableEntry.of(item, What.WRITE_OFF, writtenOff.negate())
                    .by(line, WaybillState.IN_KEY));
            books.put(item.writeOff(writtenOff.negate()));
            line.recover(writtenOff);
        }
        var tolerated = missing.subtract(writtenOff.max(BigDecimal.ZERO)).min(item.tolerated());
        if (tolerated.signum() > 0) {
            books.put(books.now(item).tolerate(tolerated.negate()));
            unspend(item, line, tolerated);
        }
    }

    /** The lines that were granted it give it back, the one that has come whatever nobody here was granted. */
    private void unspend(Receivable item, StatementLine came, BigDecimal amount) {
        var rest = amount;
        for (var line : books.lines()) {
            var part = rest.min(line.disposed().spent());
            if (part.signum() > 0) {
                books.post(
                        ReceivableEntry.of(item, What.TOLERANCE, part.negate()).by(line, WaybillState.IN_KEY));
                line.spend(part.negate());
                rest = rest.subtract(part);
            }
        }
        if (rest.signum() > 0) {
            books.post(ReceivableEntry.of(item, What.TOLERANCE, rest.negate()).by(came, WaybillState.IN_KEY));
        }
    }

    /** A line that states only what is paid leaves the fee to us: what it lacks is about a fee. */
    private void restate(StatementLine line, Receivable item) {
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

    private void tooMuch(StatementLine line, Receivable item) {
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

    /** What is missing of a parcel that was paid almost whole. */
    private void offerTolerance() {
        Stream.of(books.cod(), books.claim())
                .flatMap(Optional::stream)
                .filter(item -> item.open().signum() > 0 && item.collected().signum() > 0)
                .filter(item -> agreement
                        .tolerance()
                        .allowsShort(item.open(), item.gross().add(item.adjusted())))
                .forEach(item -> books.lines().stream()
                        .filter(line -> line.placed().signum() > 0 && WaybillState.isOf(line, item))
                        .reduce((earlier, later) -> later)
                        .ifPresent(line -> line.candidate(item.open())));
    }
}
