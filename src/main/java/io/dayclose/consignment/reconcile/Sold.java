package io.dayclose.consignment.reconcile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a dealer has sold, beside what he has settled. A dealer who tells no sales at all is believed. */
final class Sold {
    private static final String HIS_OUTLETS = """
            (SELECT DISTINCT o.outlet_code, o.valid_from, o.valid_until FROM outlet_dated o WHERE o.dealer_code = ?)""";

    private final JdbcTemplate jdbc;
    private final String dealer;
    private final LocalDate asOf;

    Sold(JdbcTemplate jdbc, String dealer, LocalDate asOf) {
        this.jdbc = jdbc;
        this.dealer = dealer;
        this.asOf = asOf;
    }

    private record Settled(String product, long upToNow, long now, BigDecimal price) {}

    /** What the quantities of a settlement are worth that go beyond what was sold and not returned by then. */
    BigDecimal excess(String settlement, LocalDate settledOn) {
        if (!tells()) {
            return BigDecimal.ZERO;
        }
        var sold = sold(settlement);
        return settled(settlement, settledOn).stream()
                .map(each -> excess(each, sold.getOrDefault(each.product(), 0L)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal excess(Settled settled, long sold) {
        long over = Math.max(0, Math.min(settled.upToNow() - sold, settled.now()));
        return settled.price().multiply(BigDecimal.valueOf(over));
    }

    private boolean tells() {
        return !jdbc.queryForList(
                        "SELECT 1 FROM outlet_day d JOIN " + HIS_OUTLETS
                                + " o ON o.outlet_code = d.outlet_code LIMIT 1",
                        Integer.class,
                        dealer)
                .isEmpty();
    }

    private java.util.List<Settled> settled(String settlement, LocalDate settledOn) {
        return jdbc.query(
                """
                SELECT c.product_code, SUM(c.quantity), SUM(IF(c.settlement_no = ?, c.quantity, 0)), MAX(IF(c.settlement_no = ?, c.unit_price, 0))
                FROM consignment_settlement c LEFT JOIN consignment_settlement n
                  ON n.settlement_no = c.settlement_no AND n.line_no = c.line_no AND n.version = c.version + 1
                WHERE c.dealer_code = ? AND n.settlement_no IS NULL AND (c.settled_on < ? OR c.settled_on = ? AND c.settlement_no <= ?)
                GROUP BY c.product_code HAVING SUM(IF(c.settlement_no = ?, c.quantity, 0)) > 0""",
                (row, n) -> new Settled(row.getString(1), row.getLong(2), row.getLong(3), row.getBigDecimal(4)),
                settlement,
                settlement,
                dealer,
                settledOn,
                settledOn,
                settlement,
                settlement);
    }

    private Map<String, Long> sold(String settlement) {
        var sold = new HashMap<String, Long>();
        jdbc.query(
                """
                SELECT s.product_code, SUM(IF(s.kind = 'SALE', s.quantity, -s.quantity)) FROM current_sale s JOIN %s o
                  ON o.outlet_code = s.outlet_code AND o.valid_from <= s.business_date AND (o.valid_until IS NULL OR o.valid_until > s.business_date)
                WHERE s.business_date <= ? AND s.product_code IN (SELECT product_code FROM consignment_settlement WHERE settlement_no = ?)
                GROUP BY s.product_code""".formatted(HIS_OUTLETS),
                row -> {
                    sold.put(row.getString(1), row.getLong(2));
                },
                dealer,
                asOf,
                settlement);
        return sold;
    }
}
