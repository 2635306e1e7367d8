package io.dayclose.consignment.reconcile;

import io.dayclose.consignment.BreakType;
import io.dayclose.consignment.Finding.Why;
import io.dayclose.consignment.Held;
import io.dayclose.consignment.Line;
import io.dayclose.consignment.Receivable;
import io.dayclose.consignment.store.LineStore;
import io.dayclose.consignment.store.SuspenseStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what a line without a waybill might pay: the parcels that fit it, for people to choose from (passes 7 and 8). */
final class Hints {
    private static final int SHOWN = 3;

    private final Desk desk;

    Hints(Desk desk) {
        this.desk = desk;
    }

    /** Of every line that waits, why; one that fits several parcels alike is ambiguous from now on. */
    Map<Long, Why> of(List<LineStore.Kept> lines) {
        var hints = new HashMap<Long, Why>();
        lines.stream()
                .map(LineStore.Kept::line)
                .filter(line -> line.left().signum() != 0)
                .filter(line -> !line.reason().isEmpty() && !line.reason().equals(Held.PROPOSED) && !line.apart())
                .forEach(line -> hints.put(line.id(), of(line)));
        return hints;
    }

    private Why of(Line line) {
        var stated = line.stated();
        if (line.left().signum() < 0) {
            return Why.of(BreakType.REFUND_UNEXPECTED.name(), stated.statement(), stated.lineNo(), line.left());
        }
        var alike = alike(line);
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

    /** Parcels of which just this is open. */
    private List<Receivable> alike(Line line) {
        var stated = line.stated();
        return desk
                .receivables()
                .load("""
                        WHERE r.debtor = ? AND r.is_open = 1 AND r.kind = 'COD' AND r.status <> 'SHIPPED' AND r.currency = ?
                        AND r.gross + r.adjusted - r.settled - r.written_off = ? AND NOT EXISTS (
                            SELECT 1 FROM dismissed_pair p WHERE p.debtor = r.debtor AND p.one = r.subject AND p.other = ?)
                        ORDER BY r.due_on, r.subject LIMIT 100""", stated.carrier(), stated.currency(), line.left(), SuspenseStore.source(stated))
                .stream()
                .map(kept -> kept.item())
                .toList();
    }
}
