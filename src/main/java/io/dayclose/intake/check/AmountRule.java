package io.dayclose.intake.check;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** amount = quantity × unit price − discount, rounded half-up to the cent. */
final class AmountRule implements RecordRules {
    private final int quantity;
    private final int unitPrice;
    private final int discount;
    private final int amount;

    AmountRule(FeedSchema schema) {
        quantity = schema.index("quantity");
        unitPrice = schema.index("unit_price");
        discount = schema.index("discount");
        amount = schema.index("amount");
    }

    @Override
    public @Nullable Fault check(@Nullable Object[] values) {
        var stated = decimal(values, amount);
        var computed = Rounding.toFen(computed(values));
        return computed.compareTo(stated) == 0
                ? null
                : new Fault(
                        Reason.AMOUNT_MISMATCH,
                        "amount",
                        stated.toPlainString(),
                        computed + " (" + stated.subtract(computed) + ")");
    }

    private BigDecimal computed(@Nullable Object[] values) {
        var pieces = BigDecimal.valueOf((Long) Objects.requireNonNull(values[quantity]));
        var off = discount < 0 || values[discount] == null ? BigDecimal.ZERO : decimal(values, discount);
        return decimal(values, unitPrice).multiply(pieces).subtract(off);
    }

    private static BigDecimal decimal(@Nullable Object[] values, int i) {
        return (BigDecimal) Objects.requireNonNull(values[i]);
    }
}
