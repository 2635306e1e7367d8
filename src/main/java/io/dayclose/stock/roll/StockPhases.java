package io.dayclose.stock.roll;

import io.dayclose.database.BulkWriter;
import io.dayclose.phase.KeyForm;
import io.dayclose.phase.Phase;
import io.dayclose.phase.Phases;
import io.dayclose.stock.roll.TouchedDays.Piece;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A night's stock, phase by phase, a transaction for each key. The cells of a touched day that already say what its facts say are passed over, so
 * whoever is cut off goes on where he was.
 */
public final class StockPhases {
    private static final int CELLS_AT_ONCE = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(StockPhases.class);

    /** Goods that go round in a circle within a day would ask for each other's age for ever: so often may one cell be asked again for one day. */
    private static final int MOST_TIMES = 50;

    private final JdbcTemplate jdbc;
    private final TouchedDays days;
    private final SoldWindow window;
    private final Roller roller;
    private final StockProof proof;
    private final int cellsAtOnce;
    private final Map<ItemDay.Of, Integer> times = new HashMap<>();

    public StockPhases(JdbcTemplate jdbc, BulkWriter bulk) {
        this(jdbc, bulk, CELLS_AT_ONCE);
    }

    StockPhases(JdbcTemplate jdbc, BulkWriter bulk, int cellsAtOnce) {
        this.jdbc = jdbc;
        this.cellsAtOnce = cellsAtOnce;
        days = new TouchedDays(jdbc);
        window = new SoldWindow(jdbc);
        roller = new Roller(jdbc, bulk, window);
        proof = new StockProof(jdbc);
    }

    /** What there is to do; sums must have been made. All days from the first one that was touched are proved in the end. */
    public Phases begin() {
        times.clear();
        return new Phases()
                .untilDone(
                        Phase.of("day", KeyForm.DATE, days::first, this::begin),
                        Phase.of(
                                "outlets",
                                Piece.FORM,
                                this::pieces,
                                piece -> roller.roll(piece.date(), days.changed(piece))),
                        Phase.of("day done", KeyForm.DATE, days::first, days::mark))
                .untilDone(Phase.of("due", KeyForm.DATE, this::due, this::due))
                .then(Phase.of("proof", KeyForm.DATE, proof::owed, proof::prove));
    }

    private void begin(LocalDate date) {
        proof.owe(date);
        window.advance(date);
    }

    private List<Piece> pieces() {
        return days.first().stream()
                .flatMap(date -> days.pieces(date, cellsAtOnce).stream())
                .toList();
    }

    /** Cells whose goods are older or younger than was known: oldest day first, so that who sends is done before who receives. */
    private List<LocalDate> due() {
        return jdbc.queryForList("SELECT from_date FROM stock_due ORDER BY from_date LIMIT 1", LocalDate.class);
    }

    private void due(LocalDate date) {
        proof.owe(date);
        var places = jdbc.query(
                "SELECT outlet_code, product_code FROM stock_due WHERE from_date = ? ORDER BY outlet_code, product_code LIMIT "
                        + cellsAtOnce,
                (row, n) -> new Place(row.getString(1), row.getString(2)),
                date);
        jdbc.batchUpdate(
                "DELETE FROM stock_due WHERE outlet_code = ? AND product_code = ?",
                places.stream()
                        .map(place -> new Object[] {place.outlet(), place.product()})
                        .toList());
        roller.roll(
                date,
                Changed.of(places.stream().filter(place -> mayAsk(date, place)).toList()));
    }

    /** Each cell has its own count, so however many days and cells are due, all of them are worked through. */
    private boolean mayAsk(LocalDate date, Place place) {
        int asked = times.merge(new ItemDay.Of(date, place), 1, Integer::sum);
        if (asked > MOST_TIMES) {
            LOG.warn("goods of {} on {} go round in a circle: their age stays as it was found last", place, date);
        }
        return asked <= MOST_TIMES;
    }
}
