package io.dayclose.intake.check;

import io.dayclose.config.feed.Column;
import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import io.dayclose.organisation.Organisation;
import io.dayclose.organisation.Product;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cross-record rules of feeds.md that one sale line can be judged by, with master data of its business date. */
final class SaleRules implements RecordRules {
    private final SaleColumns sale;
    private final AmountRule amount;
    private final Presence presence;
    private final DiscountRule discount;
    private final Organisation organisation;
    private final int unitPrice;

    SaleRules(FeedSchema schema, Organisation organisation) {
        sale = new SaleColumns(schema);
        amount = new AmountRule(schema);
        presence = new Presence(organisation);
        unitPrice = schema.index("unit_price");
        discount = new DiscountRule(schema);
        this.organisation = organisation;
    }

    /** Money back without goods has no price, a discount neither price nor pieces. */
    @Override
    public void complete(@Nullable Object[] values) {
        if (sale.isRefund(values) && values[unitPrice] == null) {
            values[unitPrice] = BigDecimal.ZERO;
        }
        if (discount.isDiscount(values)) {
            discount.complete(values);
        }
    }

    @Override
    public boolean allowsEmpty(Column column, @Nullable Object[] values) {
        return discount.isDiscount(values) && discount.allowsEmpty(column);
    }

    @Override
    public boolean allowsNegative(Column column, @Nullable Object[] values) {
        return discount.isDiscount(values) && discount.allowsNegative(column);
    }

    @Override
    public @Nullable Fault check(@Nullable Object[] values) {
        if (sale.isVoid(values)) {
            return null;
        }
        return Optional.ofNullable(stated(values))
                .or(() -> namesOriginal(values) ? Optional.empty() : presence.ofItself(sale.presence(values)))
                .or(() -> serial(values))
                .orElse(null);
    }

    private @Nullable Fault stated(@Nullable Object[] values) {
        if (discount.isDiscount(values)) {
            return discount.check(values);
        }
        return sale.isRefund(values) ? null : amount.check(values);
    }

    /** Such a return is asked as of its sale, once that is known. */
    private boolean namesOriginal(@Nullable Object[] values) {
        return sale.isReturn(values) && sale.originalDocument(values) != null;
    }

    private Optional<Fault> serial(@Nullable Object[] values) {
        if (sale.isRefund(values) || !isSerialised(values)) {
            return Optional.empty();
        }
        if (sale.serial(values) == null) {
            return Optional.of(new Fault(Reason.SERIAL_MISSING, "serial_no", "", sale.product(values)));
        }
        return sale.quantity(values) == 1
                ? Optional.empty()
                : Optional.of(
                        new Fault(Reason.SERIAL_QUANTITY, "quantity", String.valueOf(sale.quantity(values)), "1"));
    }

    private boolean isSerialised(@Nullable Object[] values) {
        return !discount.isDiscount(values)
                && organisation
                        .product(sale.product(values), sale.date(values))
                        .filter(Product::serialised)
                        .isPresent();
    }

    @Override
    public boolean refersToOthers(@Nullable Object[] values) {
        return sale.isVoid(values) || namesOriginal(values) || isSerialised(values);
    }
}
