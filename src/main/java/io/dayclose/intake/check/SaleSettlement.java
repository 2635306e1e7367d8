package io.dayclose.intake.check;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Judged;
import io.dayclose.intake.Reason;
import io.dayclose.intake.check.SaleColumns.Line;
import io.dayclose.intake.check.SerialHistory.Movement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges lines that refer to other lines: returns with an original, serialised products, cancellations. What it has
 * accepted counts for the lines after it; the caller shows it the lines in order of time and tries again what failed
 * for as long as anything new is accepted, so that the result does not depend on the order of arrival.
 */
public final class SaleSettlement {
    private final FeedSchema schema;
    private final SaleColumns sale;
    private final Books books;
    /** What has been accepted since the books were opened: it stands before them. Empty = cancelled. */
    private final Map<Line, Optional<@Nullable Object[]>> lines = new HashMap<>();

    private final Map<Line, Map<Line, Returned>> returned = new HashMap<>();
    private final Map<Serial, Map<Line, Optional<Movement>>> movements = new HashMap<>();

    public SaleSettlement(FeedSchema schema, Books books) {
        this.schema = schema;
        sale = new SaleColumns(schema);
        this.books = books;
    }

    /** One piece of a serialised product. */
    public record Serial(String product, String number) {}

    /** What of a line has come back. */
    public record Returned(long quantity, BigDecimal amount) {
        public static final Returned NOTHING = new Returned(0, BigDecimal.ZERO);

        Returned plus(long more, BigDecimal worth) {
            return new Returned(quantity + more, amount.add(worth));
        }
    }

    /** The facts accepted so far, in the form the rules ask for. */
    public interface Books {
        /** The values of the current version of a line, or null. */
        @Nullable
        Object @Nullable [] line(Line line);

        /** What each accepted return has given back of a line. */
        Map<Line, Returned> returned(Line original);

        /** The sales and returns of a piece. */
        Map<Line, Movement> movements(Serial serial);
    }

    /** The rule a line breaks, or null when it is accepted; an accepted line counts for the following ones. */
    public @Nullable Fault judge(Judged judged) {
        var values = judged.values();
        var fault = sale.isVoid(values)
                ? cancel(values)
                : original(values).or(() -> serial(values)).orElse(null);
        if (fault == null) {
            accept(values);
        }
        return fault;
    }

    private @Nullable Object @Nullable [] current(Line line) {
        return lines.containsKey(line) ? lines.get(line).orElse(null) : books.line(line);
    }

    /**
     * A cancellation repeats what it cancels: the sender need give no more than the key. One that is whole by itself is
     * taken even when what it cancels never came: made and cancelled between two extracts.
     */
    private @Nullable Fault cancel(@Nullable Object[] values) {
        var cancelled = current(sale.line(values));
        if (cancelled == null) {
            return isWhole(values) ? null : new Fault(Reason.NOTHING_TO_VOID, "void", "Y");
        }
        var back = returnedSoFar(sale.line(values), sale.line(values));
        if (back.quantity() > 0) {
            return new Fault(Reason.OVER_RETURNED, "void", "Y", back.quantity() + " > 0");
        }
        int voided = schema.index("void");
        System.arraycopy(Arrays.copyOf(cancelled, values.length), 0, values, 0, values.length);
        values[voided] = "Y";
        return null;
    }

    private boolean isWhole(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !schema.columns().get(i).optional()) {
                return false;
            }
        }
        return true;
    }

    private Optional<Fault> original(@Nullable Object[] values) {
        var original = sale.isReturn(values) ? sale.original(values) : null;
        if (original == null) {
            return Optional.empty();
        }
        var sold = current(original);
        if (sold == null || sale.isReturn(sold) || !sale.product(sold).equals(sale.product(values))) {
            return Optional.of(new Fault(
                    Reason.ORIGINAL_NOT_FOUND,
                    "original_doc_no",
                    original.docNo() + "/" + original.lineNo(),
                    sold == null || sale.isReturn(sold) ? "" : sale.product(sold) + " ≠ " + sale.product(values)));
        }
        var before = returnedSoFar(original, sale.line(values));
        var after = before.plus(sale.quantity(values), sale.amount(values));
        if (after.quantity() > sale.quantity(sold)) {
            return over(
                    "quantity",
                    sale.quantity(values),
                    before.quantity() + " + " + sale.quantity(values) + " > " + sale.quantity(sold));
        }
        return after.amount().compareTo(sale.amount(sold)) > 0
                ? over(
                        "amount",
                        sale.amount(values),
                        before.amount() + " + " + sale.amount(values) + " > " + sale.amount(sold))
                : Optional.empty();
    }

    /** @param figures what came back before + what comes back now > what was sold */
    private static Optional<Fault> over(String column, Object value, String figures) {
        return Optional.of(new Fault(Reason.OVER_RETURNED, column, value.toString(), figures));
    }

    /** What other lines than this one have returned; the same line again takes its own place. */
    private Returned returnedSoFar(Line original, Line except) {
        var all = new HashMap<>(books.returned(original));
        all.putAll(returned.getOrDefault(original, Map.of()));
        all.remove(except);
        return all.values().stream().reduce(Returned.NOTHING, (a, b) -> a.plus(b.quantity(), b.amount()));
    }

    private Optional<Fault> serial(@Nullable Object[] values) {
        var number = sale.serial(values);
        if (number == null || sale.isReturn(values)) {
            return Optional.empty();
        }
        var line = sale.line(values);
        var all = known(new Serial(sale.product(values), number));
        all.put(line, movement(values));
        return SerialHistory.isSoldTwice(all.values())
                ? Optional.of(new Fault(Reason.SERIAL_SOLD_TWICE, "serial_no", number, soldIn(all, line)))
                : Optional.empty();
    }

    /** The other sales of a piece, such as {@code S001/1 2026-11-20}. */
    private static String soldIn(Map<Line, Movement> all, Line except) {
        return all.entrySet().stream()
                .filter(each -> !each.getValue().isReturn() && !each.getKey().equals(except))
                .map(each -> each.getKey().docNo() + "/" + each.getKey().lineNo() + " "
                        + each.getValue().date())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Map<Line, Movement> known(Serial serial) {
        var all = new HashMap<>(books.movements(serial));
        movements.getOrDefault(serial, Map.of()).forEach((line, movement) -> {
            all.remove(line);
            movement.ifPresent(accepted -> all.put(line, accepted));
        });
        return all;
    }

    private Movement movement(@Nullable Object[] values) {
        return new Movement(sale.isReturn(values), sale.date(values), sale.soldAt(values));
    }

    private void accept(@Nullable Object[] values) {
        var line = sale.line(values);
        var before = current(line);
        if (before != null) {
            note(before, Returned.NOTHING, Optional.empty());
        }
        boolean cancelled = sale.isVoid(values);
        if (!cancelled) {
            note(values, new Returned(sale.quantity(values), sale.amount(values)), Optional.of(movement(values)));
        }
        lines.put(line, cancelled ? Optional.empty() : Optional.of(values));
    }

    private void note(@Nullable Object[] values, Returned back, Optional<Movement> movement) {
        var line = sale.line(values);
        var original = sale.isReturn(values) ? sale.original(values) : null;
        if (original != null) {
            returned.computeIfAbsent(original, any -> new HashMap<>()).put(line, back);
        }
        if (sale.serial(values) != null) {
            var serial = new Serial(sale.product(values), String.valueOf(sale.serial(values)));
            movements.computeIfAbsent(serial, any -> new HashMap<>()).put(line, movement);
        }
    }
}
