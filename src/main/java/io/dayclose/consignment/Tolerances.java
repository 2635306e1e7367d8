package io.dayclose.consignment;

import io.dayclose.config.carrier.Tolerance;
import io.dayclose.consignment.ReceivableEntry.What;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes off what is too little to follow, statement by statement: all that a statement asks for, or, when that is more than is
 * agreed, nothing of it, what was granted before included.
 */
public final class Tolerances {
    private final Map<String, Receivable> receivables = new LinkedHashMap<>();
    private final List<ReceivableEntry> entries = new ArrayList<>();

    private Tolerances() {}

    /**
     * A line that asks for tolerance or has been granted some, and the receivable that it has paid almost whole.
     *
     * @param asked missing when positive, too much when negative
     */
    public record Request(StatementLine line, Receivable item, BigDecimal asked) {
        BigDecimal granted() {
            return line.disposed().spent().add(line.disposed().tolerated());
        }
    }

    /**
     * What came of one statement.
     *
     * @param refused the sum that was asked for and is more than is agreed; zero when it was granted
     */
    public record Outcome(Collection<Receivable> receivables, List<ReceivableEntry> entries, BigDecimal refused) {}

    /** Grants or refuses; the lines change with it. */
    public static Outcome decide(Tolerance tolerance, Collection<Request> requests) {
        var sum = requests.stream()
                .map(request -> request.asked().abs().add(request.granted()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var granting = new Tolerances();
        boolean allowed = tolerance.allowsInStatement(sum);
        requests.forEach(allowed ? granting::grant : granting::refuse);
        return new Outcome(granting.receivables.values(), granting.entries, allowed ? BigDecimal.ZERO : sum);
    }

    /** Never more than is open of the one, or left of the other, by now. */
    private void grant(Request request) {
        var asked = request.asked();
        var line = request.line();
        var open = Objects.requireNonNull(receivables.getOrDefault(key(request), request.item()))
                .open();
        var most = asked.signum() < 0 ? line.left() : open;
        var amount = asked.abs().min(most.max(BigDecimal.ZERO));
        if (asked.signum() < 0 && amount.signum() > 0) {
            line.tolerate(amount);
            line.hold("");
        } else if (amount.signum() > 0) {
            spend(request, amount);
        }
    }

    private static String key(Request request) {
        return request.item().kind() + " " + request.item().subject();
    }

    private void refuse(Request request) {
        var line = request.line();
        var spent = line.disposed().spent();
        var tolerated = line.disposed().tolerated();
        if (spent.signum() != 0) {
            spend(request, spent.negate());
        }
        if (tolerated.signum() != 0) {
            line.tolerate(tolerated.negate());
            line.hold(BreakType.OVER);
        }
    }

    private void spend(Request request, BigDecimal amount) {
        request.line().spend(amount);
        var item = Objects.requireNonNull(receivables.getOrDefault(key(request), request.item()));
        entries.add(ReceivableEntry.of(item, What.TOLERANCE, amount).by(request.line(), 0));
        receivables.put(key(request), item.tolerate(amount));
    }
}
