package io.dayclose.stock.roll;

import io.dayclose.stock.Event;
import io.dayclose.stock.Event.Booked;
import io.dayclose.stock.Event.In;
import io.dayclose.stock.Event.Out;
import io.dayclose.stock.Flow;
import io.dayclose.stock.Layer;
import io.dayclose.stock.Ownership;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the movements of the days that are asked for, in their order. */
final class MovementReader {
    /** A transfer that comes in is as old as what its sender took from; an adjustment that names a count books what that has found. */
    private static final String SQL = """
            SELECT n.business_date, n.outlet_code, n.product_code, m.type, m.quantity, COALESCE(m.ownership, 'OWNED'), m.produced_on, COALESCE(m.batch_no, ''),
                   m.type = 'ADJUST' AND EXISTS (SELECT 1 FROM stock_count c
                       WHERE c.count_no = m.reference AND c.outlet_code = m.outlet_code AND c.product_code = m.product_code),
                   CASE WHEN m.type = 'TRANSFER_IN' THEN (
                       SELECT MIN(d.taken_from) FROM current_stock_movement o
                       JOIN stock_day d ON d.business_date = o.business_date AND d.outlet_code = o.outlet_code AND d.product_code = o.product_code AND d.ownership = 'OWNED'
                       WHERE o.movement_no IN (m.movement_no, m.reference) AND o.type = 'TRANSFER_OUT' AND o.product_code = m.product_code) END
            FROM %s ON m.business_date = n.business_date AND m.outlet_code = n.outlet_code AND m.product_code = n.product_code
            LEFT JOIN stock_movement x ON x.movement_no = m.movement_no AND x.line_no = m.line_no AND x.version = m.version + 1
            WHERE x.movement_no IS NULL AND %s
            ORDER BY m.type IN ('RECEIVE', 'TRANSFER_IN', 'ADJUST') DESC, m.movement_no, m.line_no""";

    private static final Map<String, Flow> FLOWS = Map.of(
            "RECEIVE", Flow.RECEIVED,
            "TRANSFER_IN", Flow.TRANSFER_IN,
            "TRANSFER_OUT", Flow.TRANSFER_OUT,
            "RETURN_TO_US", Flow.PULLED_BACK,
            "DAMAGE", Flow.DAMAGED,
            "GIFT_OUT", Flow.GIFTED,
            "ADJUST", Flow.ADJUSTED);

    private final JdbcTemplate jdbc;

    MovementReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A movement. */
    record Movement(Event event, Flow flow, Ownership ownership) {
        boolean isSent() {
            return flow == Flow.TRANSFER_OUT;
        }

        boolean isOurs() {
            return ownership == Ownership.CONSIGNED;
        }
    }

    void read(FactTable days, BiConsumer<ItemDay.Of, Movement> take) {
        days.query(jdbc, SQL, new FactTable.Of("stock_movement m", "m.business_date", "m.outlet_code"), row -> {
            if (row.getLong(5) != 0) {
                take.accept(FactReader.day(row), movement(row));
            }
        });
    }

    private static Movement movement(ResultSet row) throws SQLException {
        var flow = FLOWS.get(row.getString(4));
        if (flow == null) {
            throw new IllegalStateException("a movement must be of a known type: " + row.getString(4));
        }
        var ownership = Ownership.valueOf(row.getString(6));
        return new Movement(event(row, flow, ownership), flow, ownership);
    }

    private static Event event(ResultSet row, Flow flow, Ownership ownership) throws SQLException {
        long quantity = row.getLong(5);
        if (row.getBoolean(9)) {
            return new Booked(ownership, quantity);
        }
        if (flow.sign() < 0 || quantity < 0) {
            return new Out(flow, ownership, -flow.sign() * quantity);
        }
        var came = Optional.ofNullable(row.getObject(10, LocalDate.class)).orElse(row.getObject(1, LocalDate.class));
        return new In(flow, ownership, new Layer(came, row.getObject(7, LocalDate.class), row.getString(8), quantity));
    }
}
