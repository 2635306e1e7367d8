package io.dayclose.intake.check;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.intake.ValidatedRecord;
import io.dayclose.intake.check.SaleColumns.Line;
import io.dayclose.intake.check.SerialHistory.Movement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges lines that refer to other lines: returns with an original, serialised products, cancellations. What it has
 * accepted counts for the lines after it; the caller shows it the lines in order of time and tries again what failed
 * for as long as anything new is accepted, so that the result does not depend on the order of arrival.
 */
public final class SaleReferences {
    private final FeedSchema schema;
    private final SaleColumns sale;
    private final DiscountRule discount;
    private final Books books;
    private final Presence presence;
    /** What has been accepted since the books were opened: it stands before them. Empty = cancelled. */
    private final Map<Line, Optional<@Nullable Object[]>> lines = new HashMap<>();

    private final Map<String, Set<Line>> documents = new HashMap<>();
    private final Map<Line, Map<Line, Returned>> returned = new HashMap<>();
    private final Map<Serial, Map<Line, Optional<Movement>>> movements = new HashMap<>();

    public SaleReferences(FeedSchema schema, Books books, Presence presence) {
        this.schema = schema;
        sale = new SaleColumns(schema);
        discount = new DiscountRule(schema);
        this.books = books;
        this.presence = presence;
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

        /** The lines of a document. */
        Collection<Line> lines(String document);

        /** What each accepted return has given back of a line. */
        Map<Line, Returned> returned(Line original);

        /** The sales and returns of a piece. */
        Map<Line, Movement> movements(Serial serial);
    }

    /** The rule a line breaks, or null when it is accepted; an accepted line counts for the following ones. */
    public @Nullable Fault judge(ValidatedRecord judged) {
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
        if (back.quantity() > 0 || back.amount().signum() > 0) {
            return new Fault(
                    Reason.OVER_RETURNED,
                    "void",
                    "Y",
                    (back.quantity() > 0 ? back.quantity() : back.amount()) + " > 0");
        }
        int voided = schema.index("void");
        System.arraycopy(Arrays.copyOf(cancelled, values.length), 0, values, 0, values.length);
        values[voided] = "Y";
        return null;
    }

    private boolean isWhole(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            var column = schema.columns().get(i);
            if (values[i] == null && !column.optional() && !(sale.isDiscount(values) && discount.allowsEmpty(column))) {
                return false;
            }
        }
        return true;
    }

    private Optional<Fault> original(@Nullable Object[] values) {
        var document = sale.isReturn(values) ? sale.originalDocument(values) : null;
        if (document == null) {
            return Optional.empty();
        }
        var original = sale.original(values);
        return original == null ? find(values, document) : named(values, original);
    }

    private Optional<Fault> named(@Nullable Object[] values, Line original) {
        var sold = current(original);
        if (sold == null || !sale.isSale(sold) || !sale.product(sold).equals(sale.product(values))) {
            return Optional.of(new Fault(
                    Reason.ORIGINAL_NOT_FOUND,
                    "original_doc_no",
                    text(original),
                    sold == null || !sale.isSale(sold) ? "" : sale.product(sold) + " ≠ " + sale.product(values)));
        }
        return presence.ofReturn(sale.presence(values), sale.date(sold)).or(() -> over(values, original, sold));
    }

    /**
     * Takes the line it took before, or the only one of the document with its product, and its piece if it names one, that has
     * as much left.
     */
    private Optional<Fault> find(@Nullable Object[] values, String document) {
        var sold = soldIn(document, values);
        var fitting = sold.stream().filter(line -> fits(values, line)).toList();
        var found = keeps(values).filter(fitting::contains);
        if (found.isEmpty() && fitting.size() == 1) {
            found = Optional.of(fitting.get(0));
        }
        if (found.isEmpty()) {
            return sold.size() == 1
                    ? named(values, sold.get(0))
                    : Optional.of(notTold(values, fitting.isEmpty() ? sold : fitting));
        }
        var fault = named(values, found.get());
        if (fault.isEmpty()) {
            sale.findOriginal(values, found.get());
        }
        return fault;
    }

    /** The line that a return took before it was corrected. */
    private Optional<Line> keeps(@Nullable Object[] values) {
        return Optional.ofNullable(current(sale.line(values)))
                .filter(sale::isReturn)
                .map(sale::original);
    }

    private Fault notTold(@Nullable Object[] values, List<Line> candidates) {
        return candidates.isEmpty()
                ? new Fault(
                        Reason.ORIGINAL_NOT_FOUND,
                        "original_doc_no",
                        String.valueOf(sale.originalDocument(values)),
                        sale.product(values))
                : new Fault(
                        Reason.ORIGINAL_AMBIGUOUS,
                        "original_line_no",
                        "",
                        candidates.stream().map(SaleReferences::text).collect(Collectors.joining(", ")));
    }

    /** The sales of a return's product in a document, in their order; only those of its piece when it names one of them. */
    private List<Line> soldIn(String document, @Nullable Object[] values) {
        var all = new TreeSet<>(Comparator.comparing(Line::lineNo));
        all.addAll(books.lines(document));
        all.addAll(documents.getOrDefault(document, Set.of()));
        all.removeIf(line -> !isSaleOf(sale.product(values), current(line)));
        var serial = sale.serial(values);
        var pieces = all.stream()
                .filter(line -> serial != null && serial.equals(sale.serial(Objects.requireNonNull(current(line)))))
                .toList();
        return pieces.isEmpty() ? List.copyOf(all) : pieces;
    }

    private boolean isSaleOf(String product, @Nullable Object @Nullable [] line) {
        return line != null && sale.isSale(line) && sale.product(line).equals(product);
    }

    private boolean fits(@Nullable Object[] values, Line original) {
        return over(values, original, Objects.requireNonNull(current(original))).isEmpty();
    }

    private Optional<Fault> over(@Nullable Object[] values, Line original, @Nullable Object[] sold) {
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

    private static String text(Line line) {
        return line.docNo() + "/" + line.lineNo();
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
                .map(each -> text(each.getKey()) + " " + each.getValue().date())
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
        documents.computeIfAbsent(line.docNo(), any -> new HashSet<>()).add(line);
    }

    private void note(@Nullable Object[] values, Returned back, Optional<Movement> movement) {
        var line = sale.line(values);
        var original = sale.isReturn(values) ? sale.original(values) : null;
        if (original != null) {
            returned.computeIfAbsent(original, any -> new HashMap<>()).put(line, back);
        }
        if (sale.serial(values) != null && !sale.isRefund(values)) {
            var serial = new Serial(sale.product(values), String.valueOf(sale.serial(values)));
            movements.computeIfAbsent(serial, any -> new HashMap<>()).put(line, movement);
        }
    }
}
