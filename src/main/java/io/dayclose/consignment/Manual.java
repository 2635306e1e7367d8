package io.dayclose.consignment;

import io.dayclose.consignment.Entry.What;
import java.util.List;

/** What people do by hand: the rules still hold, only the finding is theirs. */
public final class Manual {
    private Manual() {}

    /** A receivable after a payment by hand. */
    public record Outcome(Receivable item, List<Entry> entries) {}

    /** Pays as much of a receivable as is left of a line; the rest of either stays open. */
    public static Outcome pay(Receivable item, Line line) {
        var amount = line.left().min(item.open());
        if (amount.signum() <= 0) {
            return new Outcome(item, List.of());
        }
        line.place(amount);
        if (line.left().signum() == 0) {
            line.hold("");
        }
        return new Outcome(
                item.pay(amount), List.of(Entry.of(item, What.SUSPENSE, amount).by(line, 0)));
    }

    /** Returns what is left of a line to whoever paid it. */
    public static void giveBack(Line line) {
        line.net(line.left());
        line.hold("");
    }
}
