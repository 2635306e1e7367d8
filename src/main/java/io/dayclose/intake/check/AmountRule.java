package io.dayclose.intake.check;

import io.dayclose.config.feed.FeedSchema;
import io.dayclose.intake.Fault;
import io.dayclose.intake.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * amount = quantity × unit price − discount, as nearly as the price is stated: a price is the amount of one piece, rounded to
 * its last digit, so the amount may differ by half a unit of that digit for each piece, and by half a fen in any case.
 */
final class AmountRule implements RecordRules {
    private static final BigDecimal HALF_A_FEN = new BigDecimal("0.005");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int FEN = 2;

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
        var computed = computed(values);
        var difference = stated.subtract(computed);
        var tolerance = tolerance(pieces(values), decimal(values, unitPrice));
        return difference.abs().compareTo(tolerance) <= 0
                ? null
                : new Fault(
                        Reason.AMOUNT_MISMATCH,
                        "amount",
                        stated.toPlainString(),
                        plain(computed) + " (" + plain(difference) + ", ± " + plain(tolerance) + ")");
    }

    /**
     * How far the amount may be from what is computed. A price of whole fen or coarser is taken as stated to the fen, since
     * spreadsheets drop zeros at the end; below 1 such a price allows half a percent and no more, or half the worth of cheap
     * pieces would do.
     */
    static BigDecimal tolerance(BigDecimal pieces, BigDecimal price) {
        var half = price.scale() > FEN
                ? HALF.movePointLeft(price.scale())
                : HALF_A_FEN.multiply(price.min(BigDecimal.ONE));
        return half.multiply(pieces).max(HALF_A_FEN);
    }

    private BigDecimal pieces(@Nullable Object[] values) {
        return BigDecimal.valueOf((Long) Objects.requireNonNull(values[quantity]));
    }

    private BigDecimal computed(@Nullable Object[] values) {
        var off = discount < 0 || values[discount] == null ? BigDecimal.ZERO : decimal(values, discount);
        return decimal(values, unitPrice).multiply(pieces(values)).subtract(off);
    }

    /** Without zeros that say nothing, as an amount at least. */
    private static String plain(BigDecimal number) {
        var bare = number.stripTrailingZeros();
        return bare.setScale(Math.max(FEN, bare.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static BigDecimal decimal(@Nullable Object[] values, int i) {
        return (BigDecimal) Objects.requireNonNull(values[i]);
    }
}
