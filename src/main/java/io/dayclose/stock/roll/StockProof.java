package io.dayclose.stock.roll;

import io.dayclose.text.Message;
import io.dayclose.text.Problem;
import io.dayclose.text.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The stock equation, cell by cell, and all of a day against its facts (stock.md, E1, E2; operations.md, close of a day). */
public final class StockProof {
    private static final String CELLS = """
            SELECT CONCAT_WS(' ', business_date, outlet_code, product_code, ownership), previous + net,
                   CASE WHEN closing <> previous + net THEN closing WHEN opening <> previous THEN opening + net ELSE now END AS found
            FROM (SELECT s.business_date, s.outlet_code, s.product_code, s.ownership, s.opening, s.closing, COALESCE(p.closing, 0) AS previous,
                         s.received + s.returned + s.transfer_in + s.adjusted + s.counted - s.sold - s.transfer_out - s.pulled_back - s.damaged - s.gifted AS net,
                         IF(c.last_on = s.business_date, IF(s.ownership = 'OWNED', c.owned, c.consigned), s.closing) AS now
                  FROM stock_day s
                  LEFT JOIN stock_day p ON p.business_date = s.previous_on AND p.outlet_code = s.outlet_code AND p.product_code = s.product_code AND p.ownership = s.ownership
                  LEFT JOIN stock_cell c ON c.outlet_code = s.outlet_code AND c.product_code = s.product_code
                  WHERE s.business_date >= ?) d
            WHERE closing <> previous + net OR opening <> previous OR now <> closing LIMIT 1""";
    private static final String SOLD = """
            SELECT CONCAT_WS(' ', business_date, 'sale'), SUM(facts), SUM(stock) FROM (
                SELECT business_date, SUM(sold_quantity - returned_quantity) AS facts, 0 AS stock FROM product_day WHERE business_date >= ? GROUP BY business_date
                UNION ALL SELECT business_date, 0, SUM(sold - returned) FROM stock_day WHERE business_date >= ? GROUP BY business_date) d
            GROUP BY business_date HAVING SUM(facts) <> SUM(stock) LIMIT 1""";
    private static final String MOVED = """
            SELECT CONCAT_WS(' ', business_date, 'stock_movement'), SUM(facts), SUM(stock) FROM (
                SELECT m.business_date, SUM(IF(m.type IN ('RECEIVE', 'TRANSFER_IN', 'ADJUST'), m.quantity, -m.quantity)) AS facts, 0 AS stock
                FROM current_stock_movement m
                WHERE m.business_date >= ? GROUP BY m.business_date
                UNION ALL SELECT business_date, 0, SUM(received + transfer_in + adjusted - transfer_out - pulled_back - damaged - gifted)
                FROM stock_day WHERE business_date >= ? GROUP BY business_date) d
            GROUP BY business_date HAVING SUM(facts) <> SUM(stock) LIMIT 1""";
    /** What cells have counted night by night, against the sums of the very days. */
    private static final String SOLD_28 = """
            SELECT CONCAT_WS(' ', outlet_code, 'sold_28'), SUM(facts), SUM(stock) FROM (
                SELECT d.outlet_code, SUM(d.sold_quantity - d.returned_quantity) AS facts, 0 AS stock FROM stock_window w
                STRAIGHT_JOIN outlet_day d ON d.business_date BETWEEN w.as_of - INTERVAL 27 DAY AND w.as_of WHERE w.id = 1 GROUP BY d.outlet_code
                UNION ALL SELECT outlet_code, 0, SUM(sold_28) FROM stock_cell GROUP BY outlet_code) d
            GROUP BY outlet_code HAVING SUM(facts) <> SUM(stock) LIMIT 1""";

    private final JdbcTemplate jdbc;

    public StockProof(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that a day and all after it must be proved: whoever is cut off before he has proved them owes it still. */
    void owe(LocalDate date) {
        jdbc.update("INSERT IGNORE INTO stocked_day (feed, business_date, changes) VALUES ('proof', ?, 0)", date);
    }

    /** The first day that must be proved; none when nothing was touched. */
    List<LocalDate> owed() {
        return jdbc.queryForList(
                "SELECT business_date FROM stocked_day WHERE feed = 'proof' ORDER BY business_date LIMIT 1",
                LocalDate.class);
    }

    /**
     * Proves all days from one on.
     *
     * @throws Refusal naming the cell or the day, and both figures
     */
    public void prove(LocalDate from) {
        prove(CELLS, from);
        prove(SOLD, from, from);
        prove(MOVED, from, from);
        prove(SOLD_28);
        jdbc.update("DELETE FROM stocked_day WHERE feed = 'proof'");
    }

    private void prove(String sql, Object... values) {
        jdbc.query(
                sql,
                (RowCallbackHandler) row -> {
                    throw Refusal.failed(Problem.at(
                            "stock",
                            Message.STOCK_DIFFERS,
                            row.getString(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(3) - row.getLong(2)));
                },
                values);
    }
}
