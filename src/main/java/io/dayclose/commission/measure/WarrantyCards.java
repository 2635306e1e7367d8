package io.dayclose.commission.measure;

import io.dayclose.commission.Bucket;
import io.dayclose.commission.measure.DayMeasures.Counted;
import io.dayclose.commission.measure.SoldLines.Dated;
import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.database.FactDays;
import io.dayclose.ledger.Cause;
import io.dayclose.period.IntakeMark;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells the measures which warranty cards have come back: what of the lines already measured stood under no card, or under
 * another day, moves to the card's day. Lines that are new find the card when they are measured.
 */
public final class WarrantyCards {
    /** The cards that are counted otherwise than they stand now, sought from one day's only, however many there are besides. */
    private static final String CHANGED = """
            SELECT w.serial_no, COALESCE(c.returned_on, '%s'), w.returned_on
            FROM (SELECT serial_no FROM warranty_card WHERE returned_on = ?
                  UNION SELECT serial_no FROM counted_card WHERE returned_on = ?) k
            JOIN current_warranty_card w ON w.serial_no = k.serial_no
            LEFT JOIN counted_card c ON c.serial_no = k.serial_no
            WHERE c.serial_no IS NULL OR c.returned_on <> w.returned_on
            ORDER BY w.serial_no""".formatted(Bucket.NO_CARD);

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;
    private final PlanRules rules;
    private final FactDays days;
    private final Map<LocalDate, DayCredits> credits = new HashMap<>();

    public WarrantyCards(JdbcTemplate jdbc, BulkWriter bulk, PlanRules rules) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.rules = rules;
        days = FactDays.of(jdbc, "warranty_card", "counted_card_day", "returned_on");
    }

    /** The days whose cards have changed since they were counted, oldest first. */
    public List<LocalDate> due() {
        return days.changed();
    }

    /** Counts the cards of a day; must run in a transaction. */
    public void count(LocalDate day) {
        days.note(day);
        var changed = changed(day);
        if (rules.askForCards() && hasMeasuredDays()) {
            var moves = new Moves();
            SoldLines.inParts(changed, moves::of);
            new MeasureMoves(jdbc, bulk).move(Cause.GATE, moves.byDay());
        }
        var counted = new BulkRows("counted_card", List.of("serial_no", "returned_on"));
        changed.forEach(card -> counted.add(card.serial(), card.now()));
        bulk.replace(counted);
    }

    private boolean hasMeasuredDays() {
        return !jdbc.queryForList("SELECT business_date FROM measured_day LIMIT 1", LocalDate.class)
                .isEmpty();
    }

    /** A card and the day it was counted under before, {@link Bucket#NO_CARD} when it was not. */
    private record Card(String serial, LocalDate was, LocalDate now) {}

    /** In the order of their serial numbers: sales that are neighbours in the index are found by one reading. */
    private List<Card> changed(LocalDate day) {
        return jdbc.query(
                CHANGED,
                (row, n) -> new Card(
                        row.getString(1), LocalDate.parse(row.getString(2)), row.getObject(3, LocalDate.class)),
                day,
                day);
    }

    /** What moves from one cell to another, by the day of the line. */
    private final class Moves {
        private final SoldLines lines = new SoldLines(jdbc);
        private final Map<LocalDate, Optional<IntakeMark>> measured = new HashMap<>();
        private final Map<LocalDate, DayMeasures> was = new HashMap<>();
        private final Map<LocalDate, DayMeasures> now = new HashMap<>();

        void of(List<Card> cards) {
            var bySerial = new HashMap<String, Card>();
            cards.forEach(card -> bySerial.put(card.serial(), card));
            var sales = new HashMap<SoldLine.Key, Dated>();
            lines.ofSerials(bySerial.keySet()).stream()
                    .filter(sale -> !sale.line().isVoid())
                    .forEach(sale -> sales.put(sale.line().key(), sale));
            sales.values().forEach(sale -> move(sale, sale, bySerial, false));
            lines.sharesOf(bySerial.keySet()).forEach(share -> move(share, share, bySerial, false));
            var returns = new ArrayList<>(lines.returnsOf(sales.keySet()));
            var firsts = lines.firstTaken(returns.stream()
                    .map(Dated::line)
                    .filter(line -> line.origin().version() > 1)
                    .toList());
            for (var back : returns) {
                var original = Objects.requireNonNull(sales.get(back.line().original()));
                var taken = firsts.getOrDefault(
                        back.line().key(), back.line().origin().taken());
                boolean after = rules.isAfterClose(YearMonth.from(original.day()), taken);
                move(back, original, bySerial, after);
            }
        }

        private void move(Dated line, Dated sale, Map<String, Card> cards, boolean afterClose) {
            var known = measured.computeIfAbsent(line.day(), this::measured);
            if (known.isEmpty() || line.line().origin().taken().isAfter(known.get())) {
                return;
            }
            var card = Objects.requireNonNull(cards.get(sale.line().serial()));
            var of = credits.computeIfAbsent(sale.day(), rules::credits);
            add(was, line, new Counted(line.line(), sale.line(), of, card.was(), ChangeCause.KNOWN, afterClose));
            add(now, line, new Counted(line.line(), sale.line(), of, card.now(), ChangeCause.KNOWN, afterClose));
        }

        private Optional<IntakeMark> measured(LocalDate day) {
            return jdbc
                    .query(
                            "SELECT last_night, last_source FROM measured_day WHERE business_date = ?",
                            (row, n) -> new IntakeMark(row.getObject(1, LocalDate.class), row.getLong(2)),
                            day)
                    .stream()
                    .findFirst();
        }

        private static void add(Map<LocalDate, DayMeasures> all, Dated line, Counted counted) {
            all.computeIfAbsent(line.day(), DayMeasures::new).add(counted);
        }

        /** What is added to each cell, by the day of the lines. */
        Map<LocalDate, Map<Cell, Sums>> byDay() {
            var moves = new HashMap<LocalDate, Map<Cell, Sums>>();
            was.forEach((day, measures) -> {
                var cells = new HashMap<Cell, Sums>();
                measures.cells().forEach((cell, sums) -> at(cells, cell).subtract(Sums.all(sums)));
                Objects.requireNonNull(now.get(day)).cells().forEach((cell, sums) -> at(cells, cell)
                        .add(Sums.all(sums)));
                moves.put(day, cells);
            });
            return moves;
        }

        private static Sums at(Map<Cell, Sums> cells, Cell cell) {
            return cells.computeIfAbsent(cell, any -> new Sums());
        }
    }
}
