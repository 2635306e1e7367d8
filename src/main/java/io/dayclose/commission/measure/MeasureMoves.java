package io.dayclose.commission.measure;

import io.dayclose.database.BulkWriter;
import io.dayclose.ledger.Cause;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changes measures without reading their lines again, and leaves the change for the ledger to post. */
final class MeasureMoves {
    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;

    MeasureMoves(JdbcTemplate jdbc, BulkWriter bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** Adds sums to cells of some days; must run in a transaction. */
    void move(Cause cause, Map<LocalDate, Map<Cell, Sums>> byDay) {
        var rows = MeasureTable.changes();
        byDay.forEach((day, cells) -> new TreeMap<>(cells).forEach((cell, sums) -> {
            if (!sums.isNothing()) {
                MeasureTable.add(rows, cell, sums, cause.name(), day);
            }
        }));
        var last = jdbc.queryForObject("SELECT COALESCE(MAX(change_id), 0) FROM measure_change", Long.class);
        bulk.insertNew(rows);
        jdbc.update(
                "INSERT INTO measure (source_day, " + MeasureTable.SELECTED + ") SELECT source_day, "
                        + MeasureTable.SELECTED + " FROM measure_change c WHERE c.change_id > ? "
                        + MeasureTable.added("measure", "c"),
                last);
        byDay.keySet()
                .forEach(day ->
                        jdbc.update("DELETE FROM measure WHERE source_day = ? AND " + MeasureTable.IS_NOTHING, day));
    }
}
