package io.dayclose.commission;

import io.dayclose.config.plan.PlanVersion.Payee;
import io.dayclose.config.plan.PlanVersion.Trait;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sale or return as it counts for commission, or what a line bears of its document's discount, with the master data of its business
 * date.
 *
 * @param original of a return, the sale it takes back; of a share of a discount, the line that bears it
 * @param traits what plans ask for
 * @param payees who could be paid for it, as far as there is somebody
 */
public record Line(
        Key key,
        LocalDate date,
        boolean isReturn,
        Optional<Key> original,
        Worth worth,
        @Nullable String serial,
        Map<Trait, String> traits,
        Map<Payee, String> payees) {

    /** A line of a document. */
    public record Key(String document, long number) {}

    /** Whether it is what a line bears of a discount: a sale that brings nothing and costs its amount. */
    public boolean isShare() {
        return !isReturn && original.isPresent();
    }

    /**
     * What stands on it: positive for sales and returns alike, negative for what is borne of a discount.
     *
     * @param cost of one piece, null when none is known
     */
    public record Worth(
            BigDecimal amount, long quantity, @Nullable BigDecimal cost) {}

    /** What it adds to a plan's measures: a return takes away. Without a cost there is no margin. */
    public Measures measures() {
        var quantity = BigDecimal.valueOf(worth.quantity());
        var margin = worth.cost() == null
                ? BigDecimal.ZERO
                : worth.amount().subtract(worth.cost().multiply(quantity));
        var measures = new Measures(worth.amount(), quantity, margin);
        return isReturn ? measures.negate() : measures;
    }
}
