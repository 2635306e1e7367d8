package io.dayclose.intake.check;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Judged;
import io.dayclose.intake.Reason;
import io.dayclose.intake.check.SaleColumns.Line;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Map<Line, Map<Line, Returned>> returned = new HashMap<>();
    private final Map<Serial, Optional<Line>> holders = new HashMap<>();

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

        /** Whether a piece is sold and not come back, leaving the line {@code except} out. */
        boolean isOut(Serial serial, Line except);
    }

    /** The rule a line breaks, or null when it is accepted; an accepted line counts for the following ones. */
    public @Nullable Fault judge(Judged judged) {
        var values = judged.values();
        if (sale.isVoid(values)) {
            return cancel(values);
        }
        var fault = original(values).or(() -> serial(values)).orElse(null);
        if (fault == null) {
            remember(values);
        }
        return fault;
    }

    /** A cancellation repeats what it cancels: the sender need give no more than the key. */
    private @Nullable Fault cancel(@Nullable Object[] values) {
        var cancelled = books.line(sale.line(values));
        if (cancelled == null) {
            return new Fault(Reason.NOTHING_TO_VOID, "void", "Y");
        }
        int voided = schema.index("void");
        System.arraycopy(Arrays.copyOf(cancelled, values.length), 0, values, 0, values.length);
        values[voided] = "Y";
        return null;
    }

    private Optional<Fault> original(@Nullable Object[] values) {
        var original = sale.isReturn(values) ? sale.original(values) : null;
        if (original == null) {
            return Optional.empty();
        }
        var sold = books.line(original);
        if (sold == null || sale.isReturn(sold) || !sale.product(sold).equals(sale.product(values))) {
            return Optional.of(new Fault(
                    Reason.ORIGINAL_NOT_FOUND, "original_doc_no", original.docNo() + "/" + original.lineNo()));
        }
        var before = returnedSoFar(original, sale.line(values));
        var after = before.plus(sale.quantity(values), sale.amount(values));
        if (after.quantity() > sale.quantity(sold)) {
            return over("quantity", after.quantity() + " > " + sale.quantity(sold));
        }
        return after.amount().compareTo(sale.amount(sold)) > 0
                ? over("amount", after.amount() + " > " + sale.amount(sold))
                : Optional.empty();
    }

    private static Optional<Fault> over(String column, String figures) {
        return Optional.of(new Fault(Reason.OVER_RETURNED, column, figures));
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
        return isOut(new Serial(sale.product(values), number), sale.line(values))
                ? Optional.of(new Fault(Reason.SERIAL_SOLD_TWICE, "serial_no", number))
                : Optional.empty();
    }

    private boolean isOut(Serial serial, Line own) {
        var holder = holders.get(serial);
        return holder == null
                ? books.isOut(serial, own)
                : holder.filter(line -> !line.equals(own)).isPresent();
    }

    private void remember(@Nullable Object[] values) {
        var line = sale.line(values);
        var original = sale.isReturn(values) ? sale.original(values) : null;
        if (original != null) {
            returned.computeIfAbsent(original, any -> new HashMap<>())
                    .put(line, new Returned(sale.quantity(values), sale.amount(values)));
        }
        if (sale.serial(values) != null) {
            var serial = new Serial(sale.product(values), String.valueOf(sale.serial(values)));
            holders.put(serial, sale.isReturn(values) ? Optional.empty() : Optional.of(line));
        }
    }
}
