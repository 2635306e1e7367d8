package io.dayclose.consignment;

import io.dayclose.consignment.ReceivableEntry.What;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One waybill while it is matched: what is owed for it, its lines in their order, and what has moved so far. */
public final class WaybillState {
    static final int NETTED = 2;
    static final int EXACT = 3;
    static final int IN_KEY = 4;

    private final List<StatementLine> lines;
    private final List<ReceivableEntry> entries = new ArrayList<>();
    private @Nullable Receivable cod;
    private @Nullable Receivable claim;

    WaybillState(WaybillMatch.Case given) {
        cod = given.cod().orElse(null);
        claim = given.claim().orElse(null);
        lines = given.lines().stream().sorted(StatementLine.ORDER).toList();
    }

    List<StatementLine> lines() {
        return lines;
    }

    /** The lines that come before one. */
    Stream<StatementLine> before(StatementLine line) {
        return lines.stream().takeWhile(each -> each != line);
    }

    List<ReceivableEntry> entries() {
        return entries;
    }

    Optional<Receivable> cod() {
        return Optional.ofNullable(cod);
    }

    Optional<Receivable> claim() {
        return Optional.ofNullable(claim);
    }

    /** What a line of its type pays. */
    Optional<Receivable> owed(StatementLine line) {
        return line.stated().type() == LineType.CLAIM ? claim() : cod();
    }

    /** Whether a line pays what is claimed for a lost parcel, as the receivable is. */
    static boolean isOf(StatementLine line, Receivable item) {
        return (line.stated().type() == LineType.CLAIM) == (item.kind() == ReceivableKind.LOST_CLAIM);
    }

    /** Pays with a line, or takes a payment back when the amount is negative. */
    void pay(Receivable item, StatementLine line, BigDecimal amount, int pass) {
        var what = amount.signum() < 0 ? What.REVERSAL : line.origin().pooled() ? What.SUSPENSE : What.LINE;
        post(ReceivableEntry.of(item, what, amount).by(line, pass));
        line.place(amount);
        put(item.pay(amount));
    }

    void post(ReceivableEntry entry) {
        entries.add(entry);
    }

    void put(Receivable item) {
        if (item.kind() == ReceivableKind.LOST_CLAIM) {
            claim = item;
        } else {
            cod = item;
        }
    }

    /** How a receivable stands by now. */
    Receivable now(Receivable item) {
        return (item.kind() == ReceivableKind.LOST_CLAIM ? claim() : cod()).orElse(item);
    }
}
