package io.dayclose.intake.check;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document's discount line takes money off: its amount is zero or less, it moves no goods and need name no product. */
final class DiscountRule {
    private final FeedSchema schema;
    private final SaleColumns sale;

    DiscountRule(FeedSchema schema) {
        this.schema = schema;
        sale = new SaleColumns(schema);
    }

    boolean isDiscount(@Nullable Object[] values) {
        return sale.isDiscount(values);
    }

    /** No pieces and no price are what a discount line has of them; written or not, it says the same. */
    void complete(@Nullable Object[] values) {
        fill(values, "quantity", 0L);
        fill(values, "unit_price", BigDecimal.ZERO);
    }

    private void fill(@Nullable Object[] values, String column, Object nothing) {
        int index = schema.index(column);
        if (values[index] == null) {
            values[index] = nothing;
        }
    }

    boolean allowsEmpty(Column column) {
        return column.name().equals("product_code");
    }

    boolean allowsNegative(Column column) {
        return column.name().equals("amount");
    }

    @Nullable
    Fault check(@Nullable Object[] values) {
        var amount = sale.amount(values);
        if (amount.signum() > 0) {
            return new Fault(Reason.BAD_DISCOUNT, "amount", amount.toPlainString(), "≤ 0");
        }
        for (var column : List.of("quantity", "unit_price")) {
            var value = values[schema.index(column)];
            if (value != null && new BigDecimal(value.toString()).signum() != 0) {
                return new Fault(Reason.BAD_DISCOUNT, column, value.toString(), "0");
            }
        }
        return null;
    }
}
