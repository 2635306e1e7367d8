package io.dayclose.consignment.arrive;

import io.dayclose.database.InList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What dealers have sold, beside what they have settled; read once for all of a night's settlements, from the sums of days. A dealer
 * who tells no sales at all is believed.
 */
public final class ConsignedSales {
    private final JdbcTemplate jdbc;
    private final Map<String, Map<String, Long>> sold = new HashMap<>();

    ConsignedSales(JdbcTemplate jdbc, Collection<String> dealers, LocalDate asOf) {
        this.jdbc = jdbc;
        if (!dealers.isEmpty()) {
            read(dealers, asOf);
        }
    }

    private void read(Collection<String> dealers, LocalDate asOf) {
        jdbc.query(
                """
                SELECT o.dealer_code, p.product_code, SUM(p.sold_quantity) - SUM(p.returned_quantity) FROM product_day p
                JOIN outlet_dated o ON o.outlet_code = p.outlet_code AND o.valid_from <= p.business_date
                    AND o.valid_until > p.business_date
                WHERE p.business_date <= ? AND o.dealer_code IN (%s) GROUP BY o.dealer_code, p.product_code""".formatted(InList.marks(dealers)),
                row -> {
                    sold.computeIfAbsent(row.getString(1), any -> new HashMap<>())
                            .put(row.getString(2), row.getLong(3));
                },
                Stream.concat(Stream.of(asOf), dealers.stream()).toArray());
    }

    private record Settled(String product, long upToNow, long now, BigDecimal price) {}

    /** What the quantities of a settlement are worth that go beyond what was sold and not returned by then. */
    BigDecimal excess(String dealer, String settlement, LocalDate settledOn) {
        if (!sold.containsKey(dealer)) {
            return BigDecimal.ZERO;
        }
        var his = sold.getOrDefault(dealer, Map.of());
        return settled(dealer, settlement, settledOn).stream()
                .map(each -> excess(each, his.getOrDefault(each.product(), 0L)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal excess(Settled settled, long sold) {
        long over = Math.max(0, Math.min(settled.upToNow() - sold, settled.now()));
        return settled.price().multiply(BigDecimal.valueOf(over));
    }

    private List<Settled> settled(String dealer, String settlement, LocalDate settledOn) {
        return jdbc.query(
                """
                SELECT c.product_code, SUM(c.quantity), SUM(IF(c.settlement_no = ?, c.quantity, 0)), MAX(IF(c.settlement_no = ?, c.unit_price, 0))
                FROM current_consignment_settlement c
                WHERE c.dealer_code = ? AND (c.settled_on < ? OR c.settled_on = ? AND c.settlement_no <= ?)
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
}
