package io.dayclose.stock.roll;

import io.dayclose.database.BulkWriter;
import io.dayclose.stock.Ownership;
import io.dayclose.stock.roll.RolledRows.Done;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rolls cells forward from a day on, through all their later days, and writes what has come of it. */
final class Roller {
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
    private final Asked asked;
    private final CellStore cells;
    private final FactReader facts;

    Roller(JdbcTemplate jdbc, BulkWriter bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        asked = new Asked(jdbc, bulk);
        cells = new CellStore(jdbc, asked);
        facts = new FactReader(jdbc, asked);
    }

    /** A cell and the days of it to roll. */
    private record Stretch(Place place, Standing standing, List<LocalDate> dates) {
        Stream<Asked.Of> days() {
            return dates.stream().map(date -> new Asked.Of(date, place));
        }
    }

    /** Must run in a transaction. */
    void roll(LocalDate from, Changed changed) {
        var places = changed.places();
        if (places.isEmpty()) {
            return;
        }
        var known = cells.before(from, places);
        var stretches = places.stream()
                .sorted()
                .map(place -> stretch(place, from, known.getOrDefault(place, Standing.fresh())))
                .toList();
        var ours = stretches.stream()
                .filter(each -> holdsOurs(each.standing()))
                .map(Stretch::place)
                .collect(Collectors.toSet());
        var days = stretches.stream().flatMap(Stretch::days).toList();
        boolean later = days.size() > places.size();
        if (later) {
            asked.fill(FactReader.ASKED, days);
        }
        var read = facts.read(days, ours, changed);
        if (later || !changed.complete()) {
            forget();
        }
        var rows = new RolledRows();
        var sent = new ArrayList<Asked.Of>();
        stretches.forEach(each -> sent.addAll(roll(each, read, rows)));
        rows.write(bulk);
        follow(sent);
    }

    private static Stretch stretch(Place place, LocalDate from, Standing standing) {
        var dates = new TreeSet<>(standing.later().keySet());
        dates.add(from);
        return new Stretch(place, standing, List.copyOf(dates));
    }

    private static boolean holdsOurs(Standing standing) {
        var ours = standing.cell().shelf(Ownership.CONSIGNED);
        return ours.closing() != 0 || standing.later().values().stream().anyMatch(day -> day.consigned() != null);
    }

    /** What was said of these days before is said again, or not any more. */
    private void forget() {
        for (var table : List.of("stock_variance", "consigned_sale")) {
            jdbc.update(
                    "DELETE t FROM " + table
                            + " t JOIN stock_asked_day n ON n.business_date = t.business_date AND n.outlet_code = t.outlet_code AND n.product_code = t.product_code");
        }
    }

    /** @return the days on which goods were sent on from another layer than before */
    private static List<Asked.Of> roll(Stretch stretch, Map<Asked.Of, DayFacts> facts, RolledRows rows) {
        var sent = new ArrayList<Asked.Of>();
        var cell = stretch.standing().cell();
        var previous = stretch.standing().before();
        for (var date : stretch.dates()) {
            var known = facts.getOrDefault(new Asked.Of(date, stretch.place()), new DayFacts());
            var day = cell.roll(date, known.events());
            var before = stretch.standing().later().get(date);
            rows.day(new Done(stretch.place(), day, previous, before != null && before.consigned() != null), cell);
            if (known.isSentOn() && !Objects.equals(day.takenFrom(), before == null ? null : before.takenFrom())) {
                sent.add(new Asked.Of(date, stretch.place()));
            }
            previous = date;
        }
        rows.now(stretch.place(), stretch.dates().get(stretch.dates().size() - 1), cell);
        return sent;
    }

    private void follow(List<Asked.Of> sent) {
        if (!sent.isEmpty()) {
            asked.fill("stock_asked_sent", sent);
            jdbc.update(RECEIVERS);
        }
    }
}
