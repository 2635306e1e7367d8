package io.dayclose.stock.roll;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The 28 days whose net sales every cell keeps (stock.md, E11): they end with the last day whose stock was made. Before that day is
 * rolled those that fall out are taken off; whatever is rolled within brings its difference. So a night costs what moved on the days that
 * come in and go out, and no report sums up 28 days.
 */
final class SoldWindow {
    static final int DAYS = 28;

    private static final String LEAVE = """
            UPDATE stock_cell c
            JOIN (SELECT outlet_code, product_code, SUM(sold - returned) AS quantity FROM stock_day
                  WHERE business_date BETWEEN ? AND ? GROUP BY outlet_code, product_code) d
                ON d.outlet_code = c.outlet_code AND d.product_code = c.product_code
            SET c.sold_28 = c.sold_28 - d.quantity""";

    private final JdbcTemplate jdbc;

    SoldWindow(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes it end with a day, or later when it does already; in one transaction. */
    void advance(LocalDate date) {
        var asOf = asOf();
        if (asOf.isEmpty()) {
            jdbc.update("INSERT INTO stock_window (id, as_of) VALUES (1, ?)", date);
        } else if (asOf.get().isBefore(date)) {
            var last = date.minusDays(DAYS);
            jdbc.update(LEAVE, first(asOf.get()), last.isBefore(asOf.get()) ? last : asOf.get());
            jdbc.update("UPDATE stock_window SET as_of = ?", date);
        }
    }

    /** Its first day: what is rolled from then on counts. */
    LocalDate first() {
        return asOf().map(SoldWindow::first).orElse(LocalDate.MAX);
    }

    private static LocalDate first(LocalDate asOf) {
        return asOf.minusDays(DAYS - 1L);
    }

    private Optional<LocalDate> asOf() {
        return jdbc.queryForList("SELECT as_of FROM stock_window WHERE id = 1", LocalDate.class).stream()
                .findFirst();
    }
}
