package io.dayclose.consignment;

import io.dayclose.consignment.ReceivableEntry.What;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;

/** All that takes cash back from where it has gone: reversals, refunds, amounts that were lowered, and what is the dealer's again. */
public final class ReversalRules {
    private final WaybillState books;

    ReversalRules(WaybillState books) {
        this.books = books;
    }

    /** What is the dealer's counts as paid again, until all is matched. */
    void creditUndone() {
        books.cod().filter(cod -> cod.credited().signum() > 0).ifPresent(cod -> books.put(cod.credit(Rounding.NO_FEN)));
    }

    /** What was paid beyond what is owed by now looks for its place again, as if it came only now: the last first. */
    void free(Receivable item) {
        var latest = new ArrayList<>(books.lines());
        Collections.reverse(latest);
        for (var line : latest) {
            var excess = excess(books.now(item));
            if (excess.signum() > 0 && line.placed().signum() > 0 && WaybillState.isOf(line, item)) {
                free(books.now(item), line, excess);
            }
        }
        notLost(books.now(item));
    }

    /** A parcel that was refused was never paid for; of one that came back later the payment is the dealer's. */
    private static BigDecimal excess(Receivable item) {
        boolean refused =
                item.track().status() == ParcelStatus.REFUSED || item.track().status() == ParcelStatus.PART_REFUSED;
        return item.settled().subtract(refused ? item.gross().add(item.adjusted()) : item.gross());
    }

    /** A line whose fee was guessed is freed whole: what it leaves out hangs on what is owed. */
    private void free(Receivable item, StatementLine line, BigDecimal excess) {
        boolean guessed = line.disposed().restated().signum() > 0;
        var part = guessed ? line.placed() : excess.min(line.placed());
        books.pay(item, line, part.negate(), WaybillState.NETTED);
        toleranceUndone(books.now(item), line);
        if (guessed) {
            line.restate(line.disposed().restated().negate());
        }
    }

    /** What is not owed any more cannot have been lost. */
    private void notLost(Receivable item) {
        var owed = item.gross().add(item.adjusted());
        var amount = item.settled().add(item.writtenOff()).subtract(owed).min(item.writtenOff());
        if (amount.signum() > 0) {
            books.post(ReceivableEntry.of(item, What.WRITE_OFF, amount.negate()));
            books.put(item.writeOff(amount.negate()));
        }
    }

    /** What was paid and is not owed any more is the dealer's, not the carrier's: only what has changed of it is posted. */
    void credit(BigDecimal before) {
        books.cod().ifPresent(cod -> {
            var amount = cod.open().negate().max(Rounding.NO_FEN);
            if (amount.compareTo(before) != 0) {
                books.post(ReceivableEntry.of(cod, What.CREDIT, before.subtract(amount)));
            }
            if (amount.signum() > 0) {
                books.put(cod.credit(amount));
            }
        });
    }

    /** Takes back what the line that it names has paid. */
    void reverse(StatementLine reversal) {
        if (reversal.left().signum() >= 0) {
            return;
        }
        for (var original : books.lines()) {
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

    private void unplace(StatementLine original, BigDecimal amount) {
        books.owed(original).filter(item -> amount.signum() > 0).ifPresent(item -> {
            books.pay(item, original, amount.negate(), WaybillState.NETTED);
            toleranceUndone(books.now(item), original);
            writtenOffAgain(books.now(item), original, amount);
        });
    }

    /** What people had written off before the payment is written off again when that is gone. */
    private void writtenOffAgain(Receivable item, StatementLine original, BigDecimal amount) {
        var again = original.disposed().recovered().min(amount).min(item.open());
        if (again.signum() > 0) {
            books.post(ReceivableEntry.of(item, What.WRITE_OFF, again).by(original, WaybillState.NETTED));
            original.recover(again.negate());
            books.put(item.writeOff(again));
        }
    }

    /** What was too little to follow beside a payment is owed again with it. */
    private void toleranceUndone(Receivable item, StatementLine original) {
        var spent = original.disposed().spent();
        if (spent.signum() > 0 && original.placed().signum() == 0) {
            books.post(ReceivableEntry.of(item, What.TOLERANCE, spent.negate()).by(original, WaybillState.NETTED));
            original.spend(spent.negate());
            books.put(item.tolerate(spent.negate()));
        }
    }

    static void net(StatementLine positive, StatementLine negative, BigDecimal amount) {
        positive.net(amount);
        negative.net(amount.negate());
    }

    /** Cash taken back: against what we owe back, then against what waits, else nobody knows why. */
    void refund(StatementLine line) {
        books.cod()
                .filter(cod -> cod.open().signum() < 0)
                .ifPresent(cod -> books.pay(cod, line, cod.open().max(line.left()), WaybillState.NETTED));
        for (var held : books.lines()) {
            var amount = held.left().min(line.left().negate());
            if (amount.signum() > 0) {
                net(held, line, amount);
            }
        }
        if (line.left().signum() < 0) {
            line.hold(BreakType.REFUND_UNEXPECTED);
        }
    }
}
