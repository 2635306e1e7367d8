package io.dayclose.commission.posting;

import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.measure.MeasureTable;
import io.dayclose.ledger.Cause;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Fetches the sums of a plan's origin month, and lets the totals follow once they are posted. */
final class SumsStore {
    private static final String OF_GROUP = " WHERE plan = ? AND origin_month = ?";

    private final JdbcTemplate jdbc;

    SumsStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<Account, MonthSums> of(MonthGroup group) {
        var found = new HashMap<Account, MonthSums>();
        query("SELECT " + MeasureTable.SELECTED + " FROM measure_total" + OF_GROUP, group, row -> {
            var cell = MeasureTable.cell(row);
            at(found, cell.account()).addKnown(cell.bucket(), MeasureTable.sums(row));
        });
        query("SELECT " + MeasureTable.SELECTED + ", cause FROM measure_change" + OF_GROUP, group, row -> {
            var cell = MeasureTable.cell(row);
            at(found, cell.account())
                    .addChange(Cause.valueOf(row.getString("cause")), cell.bucket(), MeasureTable.sums(row));
        });
        return found;
    }

    private static MonthSums at(Map<Account, MonthSums> found, Account account) {
        return found.computeIfAbsent(account, any -> new MonthSums());
    }

    private void query(String sql, MonthGroup group, RowCallbackHandler use) {
        jdbc.query(sql, use, group.plan(), group.origin().toString());
    }

    /** Adds what has changed to the totals; must run in the transaction that posts it. */
    void posted(MonthGroup group) {
        jdbc.update(
                "INSERT INTO measure_total (" + MeasureTable.SELECTED + ") SELECT * FROM (SELECT "
                        + MeasureTable.SUMMED + " FROM measure_change" + OF_GROUP + " GROUP BY " + MeasureTable.KEY
                        + ") c " + MeasureTable.added("measure_total", "c"),
                group.plan(),
                group.origin().toString());
        jdbc.update(
                "DELETE FROM measure_total" + OF_GROUP + " AND " + MeasureTable.IS_NOTHING,
                group.plan(),
                group.origin().toString());
        jdbc.update(
                "DELETE FROM measure_change" + OF_GROUP,
                group.plan(),
                group.origin().toString());
    }
}
