package io.dayclose.consignment.detect;

import io.dayclose.consignment.BreakType;
import io.dayclose.consignment.Finding.Why;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.StatementLine;
import io.dayclose.consignment.SuspenseReason;
import io.dayclose.consignment.match.DismissedPairs;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.RoundStores;
import io.dayclose.consignment.store.SuspenseStore;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what a line without a waybill might pay: the parcels that fit it, for people to choose from (passes 7 and 8). */
public final class MatchSuggestions {
    private static final int SHOWN = 3;
    private static final int COUNTED = 100;

    private final RoundStores stores;

    MatchSuggestions(RoundStores stores) {
        this.stores = stores;
    }

    /** Of every line of a carrier that waits, why; one that fits several parcels alike is ambiguous from now on. */
    Map<Long, Why> of(List<LineStore.Kept> lines) {
        var waiting = lines.stream()
                .map(LineStore.Kept::line)
                .filter(line -> line.left().signum() != 0)
                .filter(line ->
                        !line.reason().isEmpty() && !line.reason().equals(SuspenseReason.PROPOSED) && !line.apart())
                .toList();
        if (waiting.isEmpty()) {
            return Map.of();
        }
        var carrier = waiting.get(0).stated().carrier();
        var open = open(carrier, waiting);
        var dismissed = DismissedPairs.of(stores.jdbc(), carrier);
        var hints = new HashMap<Long, Why>();
        waiting.forEach(line -> hints.put(
                line.id(),
                of(
                        line,
                        open.getOrDefault(Sum.of(line), List.of()).stream()
                                .filter(item -> !dismissed.has(line, item))
                                .limit(COUNTED)
                                .toList())));
        return hints;
    }

    private static Why of(StatementLine line, List<Receivable> alike) {
        var stated = line.stated();
        if (line.left().signum() < 0) {
            return Why.of(BreakType.REFUND_UNEXPECTED.name(), stated.statement(), stated.lineNo(), line.left());
        }
        var place = SuspenseStore.source(stated);
        if (alike.isEmpty()) {
            return Why.of("NO_KEY", place, line.left());
        }
        var names = alike.stream().limit(SHOWN).map(Receivable::subject).collect(Collectors.joining(", "));
        if (alike.size() > 1) {
            line.pend(BreakType.AMBIGUOUS);
        }
        return Why.of(alike.size() == 1 ? "ONE_FITS" : "SEVERAL_FIT", place, line.left(), names, alike.size());
    }

    /** What is left of a line, or open of a parcel. */
    private record Sum(String currency, BigDecimal amount) {
        static Sum of(StatementLine line) {
            return new Sum(line.stated().currency(), line.left().stripTrailingZeros());
        }

        static Sum of(Receivable item) {
            return new Sum(item.currency(), item.open().stripTrailingZeros());
        }
    }

    /** Parcels of which just that is open what is left of one of the lines: all lines ask together. */
    private Map<Sum, List<Receivable>> open(String carrier, List<StatementLine> waiting) {
        var sums = waiting.stream().map(StatementLine::left).collect(Collectors.toCollection(TreeSet::new));
        return stores.receivables().openOf(carrier, sums).stream()
                .map(kept -> kept.item())
                .collect(Collectors.groupingBy(Sum::of));
    }
}
