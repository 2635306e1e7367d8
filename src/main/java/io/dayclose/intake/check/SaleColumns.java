package io.dayclose.intake.check;

import io.dayclose.config.feed.FeedSchema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns of a sale by name, looked up once. */
public final class SaleColumns {
    private final int docNo;
    private final int lineNo;
    private final int kind;
    private final int date;
    private final int soldAt;
    private final int outlet;
    private final int seller;
    private final int product;
    private final int quantity;
    private final int amount;
    private final int serial;
    private final int originalDoc;
    private final int originalLine;
    private final int voided;

    public SaleColumns(FeedSchema sale) {
        docNo = sale.index("doc_no");
        lineNo = sale.index("line_no");
        kind = sale.index("kind");
        date = sale.index("business_date");
        soldAt = sale.index("sold_at");
        outlet = sale.index("outlet_code");
        seller = sale.index("seller_code");
        product = sale.index("product_code");
        quantity = sale.index("quantity");
        amount = sale.index("amount");
        serial = sale.index("serial_no");
        originalDoc = sale.index("original_doc_no");
        originalLine = sale.index("original_line_no");
        voided = sale.index("void");
    }

    /** One sale or return line, named by its document and line number. */
    public record Line(String docNo, long lineNo) {}

    public Line line(@Nullable Object[] values) {
        return new Line(text(values, docNo), whole(values, lineNo));
    }

    /** The line a return gives back, or null when it does not name one. */
    public @Nullable Line original(@Nullable Object[] values) {
        return values[originalDoc] == null || values[originalLine] == null
                ? null
                : new Line(text(values, originalDoc), whole(values, originalLine));
    }

    /** The document a return gives something of back, or null when it names none. */
    public @Nullable String originalDocument(@Nullable Object[] values) {
        return (String) values[originalDoc];
    }

    /** Whether a return leaves it to us which line of its document it gives back. */
    public boolean namesOnlyDocument(@Nullable Object[] values) {
        return isReturn(values) && values[originalDoc] != null && values[originalLine] == null;
    }

    /** Writes down the line that a return gives back. */
    void findOriginal(@Nullable Object[] values, Line found) {
        values[originalLine] = found.lineNo();
    }

    /** What was sent, with the line that was found for it when the fact was taken in. */
    public @Nullable Object[] asTaken(@Nullable Object[] sent, @Nullable Object[] fact) {
        var same = sent.clone();
        if (namesOnlyDocument(sent) && sent[originalDoc].equals(fact[originalDoc])) {
            same[originalLine] = fact[originalLine];
        }
        return same;
    }

    /** Whether it is money back without goods. */
    public boolean isRefund(@Nullable Object[] values) {
        return isReturn(values) && values[quantity] instanceof Long pieces && pieces == 0;
    }

    /** What of it counts for whether those it names were with us. */
    Presence.Line presence(@Nullable Object[] values) {
        return new Presence.Line(outlet(values), seller(values), isReturn(values), date(values));
    }

    public boolean isReturn(@Nullable Object[] values) {
        return "RETURN".equals(values[kind]);
    }

    public boolean isSale(@Nullable Object[] values) {
        return "SALE".equals(values[kind]);
    }

    /** Whether it takes money off a whole document. */
    public boolean isDiscount(@Nullable Object[] values) {
        return "DISCOUNT".equals(values[kind]);
    }

    public boolean isVoid(@Nullable Object[] values) {
        return "Y".equals(values[voided]);
    }

    public LocalDate date(@Nullable Object[] values) {
        return (LocalDate) Objects.requireNonNull(values[date]);
    }

    public @Nullable LocalDateTime soldAt(@Nullable Object[] values) {
        return (LocalDateTime) values[soldAt];
    }

    public String outlet(@Nullable Object[] values) {
        return text(values, outlet);
    }

    public @Nullable String seller(@Nullable Object[] values) {
        return (String) values[seller];
    }

    public String product(@Nullable Object[] values) {
        return text(values, product);
    }

    /** The piece that was sold or came back; a discount moves none, whatever number stands beside it. */
    public @Nullable String serial(@Nullable Object[] values) {
        return isDiscount(values) ? null : (String) values[serial];
    }

    public long quantity(@Nullable Object[] values) {
        return whole(values, quantity);
    }

    public BigDecimal amount(@Nullable Object[] values) {
        return decimal(values, amount);
    }

    private static String text(@Nullable Object[] values, int i) {
        return (String) Objects.requireNonNull(values[i]);
    }

    private static long whole(@Nullable Object[] values, int i) {
        return (Long) Objects.requireNonNull(values[i]);
    }

    private static BigDecimal decimal(@Nullable Object[] values, int i) {
        return (BigDecimal) Objects.requireNonNull(values[i]);
    }
}
