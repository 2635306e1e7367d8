package io.dayclose.stock.roll;

import io.dayclose.database.BulkWriter;
import io.dayclose.stock.roll.Rolling.Stretch;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rolls cells forward from a day on, through all their later days, and writes what has come of it. */
final class Roller {
    private static final int CELLS_AHEAD = 5_000;

    /** Who has got goods from a cell that is now known to have taken them from another layer. */
    private static final String RECEIVERS = """
            INSERT INTO stock_due (outlet_code, product_code, from_date)
            SELECT i.outlet_code, i.product_code, MIN(i.business_date) FROM stock_asked_sent n
            STRAIGHT_JOIN stock_movement o ON o.business_date = n.business_date AND o.outlet_code = n.outlet_code AND o.product_code = n.product_code AND o.type = 'TRANSFER_OUT'
            STRAIGHT_JOIN stock_movement i ON (i.movement_no = o.movement_no OR i.reference = o.movement_no) AND i.type = 'TRANSFER_IN' AND i.product_code = o.product_code
            STRAIGHT_JOIN stock_day d ON d.business_date = i.business_date AND d.outlet_code = i.outlet_code AND d.product_code = i.product_code AND d.ownership = 'OWNED'
            GROUP BY i.outlet_code, i.product_code
            ON DUPLICATE KEY UPDATE from_date = LEAST(from_date, VALUES(from_date))""";

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final ItemDay asked;
    private final ItemStateReader cells;
    private final FactReader facts;
    private final SoldWindow window;

    Roller(JdbcTemplate jdbc, BulkWriter bulk, SoldWindow window) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.window = window;
        asked = new ItemDay(jdbc, bulk);
        cells = new ItemStateReader(jdbc, asked);
        facts = new FactReader(jdbc, asked);
    }

    /** Must run in a transaction. */
    void roll(LocalDate from, Changed changed) {
        var standing = cells.before(from, changed);
        changed.named().forEach(place -> standing.putIfAbsent(place, ItemState.fresh(null)));
        var stretches = standing.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> Stretch.of(each.getKey(), from, each.getValue()))
                .toList();
        var days = stretches.stream().flatMap(Stretch::days).toList();
        boolean later = days.size() > stretches.size();
        if (days.isEmpty()) {
            return;
        }
        if (later) {
            asked.fill(FactReader.ASKED, days);
        }
        var rolling = new Rolling(facts.read(days, stretches, changed.whole() != null), window.first());
        if (later || changed.whole() == null) {
            forget();
        }
        follow(write(rolling, stretches));
    }

    /**
     * Rolls in a thread of its own, some cells ahead of those that are being written.
     *
     * @return the days on which goods were sent on from another layer than before
     */
    private List<ItemDay.Of> write(Rolling rolling, List<Stretch> stretches) {
        var ahead = IntStream.iterate(0, first -> first < stretches.size(), first -> first + CELLS_AHEAD)
                .mapToObj(first -> stretches.subList(first, Math.min(stretches.size(), first + CELLS_AHEAD)))
                .map(some -> CompletableFuture.supplyAsync(() -> rolling.roll(some)))
                .toList();
        var sent = new ArrayList<ItemDay.Of>();
        for (var some : ahead) {
            var rolled = some.join();
            rolled.rows().write(bulk);
            sent.addAll(rolled.sent());
        }
        return sent;
    }

    /** What was said of these days before is said again, or not any more. */
    private void forget() {
        for (var table : List.of("stock_variance", "consigned_sale")) {
            jdbc.update(
                    "DELETE t FROM " + table
                            + " t JOIN stock_asked_day n ON n.business_date = t.business_date AND n.outlet_code = t.outlet_code AND n.product_code = t.product_code");
        }
    }

    private void follow(List<ItemDay.Of> sent) {
        if (!sent.isEmpty()) {
            asked.fill("stock_asked_sent", sent);
            jdbc.update(RECEIVERS);
        }
    }
}
