package io.dayclose.sums;

import io.dayclose.money.Allocation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document's discount line and the lines that bear it. This is the one place that shares a discount: sums, commission and its
 * explanation all read what comes of it.
 *
 * @param seller who gives it; without one, those who sold the lines do
 * @param product what the discount line names, if it does: it counts only when there is no line to bear the discount
 * @param amount zero or less
 * @param lines the document's sale lines, in the order of their numbers
 */
record Discount(
        Id id,
        String outlet,
        @Nullable String seller,
        @Nullable String product,
        BigDecimal amount,
        List<Line> lines) {
    /** Stands for the line that bears a discount when there is none. */
    static final long NO_LINE = -1;

    /** The version of a discount line that counts. */
    record Id(String document, long number, int version) {}

    /** A line of the document. */
    record Line(
            long number,
            @Nullable String seller,
            String product,
            @Nullable String serial,
            BigDecimal amount) {}

    /** What of a discount a line bears: negative. */
    record Share(
            long line,
            @Nullable String seller,
            String product,
            @Nullable String serial,
            BigDecimal amount) {}

    /** Shares by amount that add up to the fen, the largest remainder first, of equals the first line; none of nothing. */
    List<Share> shares() {
        if (lines.isEmpty()) {
            var alone = new Share(NO_LINE, seller, product == null ? "" : product, null, amount);
            return amount.signum() == 0 ? List.of() : List.of(alone);
        }
        var parts = Allocation.of(amount, lines.stream().map(Line::amount).toList(), 2);
        var shares = new ArrayList<Share>();
        for (int i = 0; i < lines.size(); i++) {
            if (parts.get(i).signum() != 0) {
                shares.add(share(lines.get(i), parts.get(i)));
            }
        }
        return List.copyOf(shares);
    }

    private Share share(Line line, BigDecimal part) {
        return new Share(line.number(), seller == null ? line.seller() : seller, line.product(), line.serial(), part);
    }
}
