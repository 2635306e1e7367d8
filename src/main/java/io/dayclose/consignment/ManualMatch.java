package io.dayclose.consignment;

import io.dayclose.consignment.ReceivableEntry.What;
import java.util.List;

/** What people do by hand: the rules still hold, only the finding is theirs. */
public final class ManualMatch {
    private ManualMatch() {}

    /** A receivable after a payment by hand. */
    public record Outcome(Receivable item, List<ReceivableEntry> entries) {}

    /** Pays as much of a receivable as is left of a line; the rest of either stays open. */
    public static Outcome pay(Receivable item, StatementLine line) {
        var amount = line.left().min(item.open());
        if (amount.signum() <= 0) {
            return new Outcome(item, List.of());
        }
        line.place(amount);
        if (line.left().signum() == 0) {
            line.hold("");
        }
        return new Outcome(
                item.pay(amount),
                List.of(ReceivableEntry.of(item, What.SUSPENSE, amount).by(line, 0)));
    }

    /** Returns what is left of a line to whoever paid it. */
    public static void giveBack(StatementLine line) {
        line.net(line.left());
        line.hold("");
    }
}
