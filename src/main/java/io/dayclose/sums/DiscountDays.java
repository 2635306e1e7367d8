package io.dayclose.sums;

import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Keeps what each line bears of the discounts of a day. A day without discounts costs two look-ups, however many lines it has. */
final class DiscountDays {
    /**
     * Documents are found by the day of their discounts; their lines may be of any day. The key is forced: else a server may look for a
     * document's lines among all of the day.
     */
    private static final String LINES = """
            SELECT d.doc_no, d.line_no, d.version, d.outlet_code, d.seller_code, d.product_code, d.amount,
                   l.line_no, l.seller_code, l.product_code, l.serial_no, l.amount
            FROM discounted_document x
            STRAIGHT_JOIN sale d FORCE INDEX (PRIMARY) ON d.doc_no = x.doc_no AND d.business_date = x.business_date
                AND d.kind = 'DISCOUNT' AND (d.void IS NULL OR d.void <> 'Y')
            LEFT JOIN sale e ON e.doc_no = d.doc_no AND e.line_no = d.line_no AND e.version = d.version + 1
            LEFT JOIN current_sale l ON l.doc_no = d.doc_no AND l.kind = 'SALE'
            WHERE x.business_date = ? AND e.doc_no IS NULL
            ORDER BY d.doc_no, d.line_no, l.line_no""";

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;

    DiscountDays(JdbcTemplate jdbc, BulkWriter bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** Shares a day's discounts anew; must run in the transaction of the day's sums. */
    void share(LocalDate day) {
        jdbc.update("DELETE FROM discount_share WHERE business_date = ?", day);
        var rows = new BulkRows(
                "discount_share",
                List.of(
                        "business_date",
                        "doc_no",
                        "line_no",
                        "version",
                        "borne_by",
                        "outlet_code",
                        "seller_code",
                        "product_code",
                        "serial_no",
                        "amount"));
        discounts(day).forEach(discount -> add(rows, day, discount));
        if (rows.size() > 0 && bulk.insertNew(rows) != rows.size()) {
            throw new IllegalStateException("two shares of one discount met; restart the run");
        }
    }

    private static void add(BulkRows rows, LocalDate day, Discount discount) {
        var id = discount.id();
        discount.shares()
                .forEach(share -> rows.add(
                        day,
                        id.document(),
                        id.number(),
                        id.version(),
                        share.line(),
                        discount.outlet(),
                        share.seller(),
                        share.product(),
                        share.serial(),
                        share.amount()));
    }

    private List<Discount> discounts(LocalDate day) {
        var found = new ArrayList<Discount>();
        jdbc.query(
                LINES,
                (RowCallbackHandler) row -> {
                    var discount = discount(row);
                    var last = found.isEmpty() ? null : found.get(found.size() - 1);
                    if (last == null || !last.id().equals(discount.id())) {
                        found.add(discount);
                        last = discount;
                    }
                    var line = line(row);
                    if (line != null) {
                        last.lines().add(line);
                    }
                },
                day);
        return found;
    }

    private static Discount discount(ResultSet row) throws SQLException {
        var id = new Discount.Id(row.getString(1), row.getLong(2), row.getInt(3));
        return new Discount(
                id, row.getString(4), row.getString(5), row.getString(6), row.getBigDecimal(7), new ArrayList<>());
    }

    private static Discount.@Nullable Line line(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal(12);
        return amount == null
                ? null
                : new Discount.Line(row.getLong(8), row.getString(9), row.getString(10), row.getString(11), amount);
    }
}
