package io.dayclose.commission.posting;

import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.measure.Cell;
import io.dayclose.commission.measure.CellReader;
import io.dayclose.commission.measure.MeasureTable;
import io.dayclose.database.BulkWriter;
import io.dayclose.database.Streaming;
import io.dayclose.ledger.Cause;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Fetches the sums of a plan's origin month, and lets the totals follow once they are posted. */
final class SumsStore {
    private static final String OF_GROUP = " WHERE plan = ? AND origin_month = ?";

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;

    SumsStore(JdbcTemplate jdbc, BulkWriter bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** By account, those with totals in the order of the table. */
    Map<Account, MonthSums> of(MonthGroup group) {
        var found = new LinkedHashMap<Account, MonthSums>();
        var cells = new CellReader();
        query("SELECT " + MeasureTable.SELECTED + " FROM measure_total" + OF_GROUP, group, row -> {
            at(found, cells.account(row)).addKnown(CellReader.bucket(row), CellReader.sums(row));
        });
        query("SELECT " + MeasureTable.SELECTED + ", cause FROM measure_change" + OF_GROUP, group, row -> {
            at(found, cells.account(row))
                    .addChange(Cause.valueOf(row.getString("cause")), CellReader.bucket(row), CellReader.sums(row));
        });
        return found;
    }

    private static MonthSums at(Map<Account, MonthSums> found, Account account) {
        return found.computeIfAbsent(account, any -> new MonthSums());
    }

    /** Row by row as the server sends them: a month of many cells is never in memory twice. */
    private void query(String sql, MonthGroup group, RowCallbackHandler use) {
        var streaming = Streaming.of(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.query(sql, use, group.plan(), group.origin().toString());
    }

    /** Brings the totals to what has been posted; must run in the transaction that posts it. */
    void posted(MonthGroup group, Map<Account, MonthSums> sums) {
        var totals = MeasureTable.rows("measure_total");
        boolean cleared = false;
        for (var month : sums.entrySet()) {
            for (var sum : month.getValue().changed().entrySet()) {
                var cell = new Cell(month.getKey(), group.origin(), sum.getKey());
                MeasureTable.add(totals, cell, sum.getValue());
                cleared |= sum.getValue().isNothing();
            }
        }
        bulk.replace(totals);
        if (cleared) {
            delete("measure_total" + OF_GROUP + " AND " + MeasureTable.IS_NOTHING, group);
        }
        delete("measure_change" + OF_GROUP, group);
    }

    private void delete(String from, MonthGroup group) {
        jdbc.update("DELETE FROM " + from, group.plan(), group.origin().toString());
    }
}
