package io.dayclose.consignment;

import io.dayclose.config.carrier.Tolerance;
import io.dayclose.consignment.Entry.What;
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
    private final List<Entry> entries = new ArrayList<>();

    private Tolerances() {}

    /**
     * A line that asks for tolerance or has been granted some, and the receivable that it has paid almost whole.
     *
     * @param asked missing when positive, too much when negative
     */
    public record Request(Line line, Receivable item, BigDecimal asked) {
        BigDecimal granted() {
            return line.disposed().spent().add(line.disposed().tolerated());
        }
    }

    /**
     * What came of one statement.
     *
     * @param refused the sum that was asked for and is more than is agreed; zero when it was granted
     */
    public record Outcome(Collection<Receivable> receivables, List<Entry> entries, BigDecimal refused) {}

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

    private void grant(Request request) {
        if (request.asked().signum() < 0) {
            request.line().tolerate(request.asked().negate());
            request.line().hold("");
        } else if (request.asked().signum() > 0) {
            spend(request, request.asked());
        }
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
        var key = request.item().kind() + " " + request.item().subject();
        var item = Objects.requireNonNull(receivables.getOrDefault(key, request.item()));
        entries.add(Entry.of(item, What.TOLERANCE, amount).by(request.line(), 0));
        receivables.put(key, item.tolerate(amount));
    }
}
