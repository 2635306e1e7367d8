package io.dayclose.commission.posting;

import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.Measures;
import io.dayclose.commission.posting.AccountRow.Asked;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import io.dayclose.ledger.Balance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Keeps what accounts stand at. */
final class AccountStore {
    private static final List<String> COLUMNS = List.of(
            "plan",
            "payee_kind",
            "payee_code",
            "line_count",
            "net_amount",
            "net_quantity",
            "gross_margin",
            "measure",
            "earned",
            "adjusted",
            "clawed",
            "held",
            "forfeited",
            "reason",
            "detail",
            "as_of",
            "waived",
            "waits",
            "last_entry",
            "origin_month");

    private static final String SELECT =
            "SELECT " + String.join(", ", COLUMNS) + " FROM account_month WHERE plan = ? AND origin_month = ?";

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;

    AccountStore(JdbcTemplate jdbc, BulkWriter bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    Optional<AccountRow> of(MonthGroup group, Account account) {
        return jdbc
                .query(
                        SELECT + " AND payee_kind = ? AND payee_code = ?",
                        (row, n) -> read(row),
                        group.plan(),
                        group.origin().toString(),
                        account.kind().name(),
                        account.code())
                .stream()
                .findFirst();
    }

    Map<Account, AccountRow> of(MonthGroup group) {
        var found = new HashMap<Account, AccountRow>();
        jdbc.query(
                SELECT,
                (RowCallbackHandler) row -> {
                    var read = read(row);
                    found.put(read.account(), read);
                },
                group.plan(),
                group.origin().toString());
        return found;
    }

    private static AccountRow read(ResultSet row) throws SQLException {
        return new AccountRow(
                new Account(row.getString(1), PayeeKind.valueOf(row.getString(2)), row.getString(3)),
                row.getLong(4),
                new Measures(row.getBigDecimal(5), row.getBigDecimal(6), row.getBigDecimal(7)),
                row.getBigDecimal(8),
                new Balance(
                        row.getBigDecimal(9),
                        row.getBigDecimal(10),
                        row.getBigDecimal(11),
                        row.getBigDecimal(12),
                        row.getBigDecimal(13)),
                new ZeroReason(row.getString(14), row.getString(15)),
                Asked.of(row.getObject(16, LocalDate.class), row.getString(17), row.getBoolean(18)),
                row.getLong(19));
    }

    /** Keeps rows in the place of those of the same accounts; must run in a transaction. */
    void put(YearMonth origin, Collection<AccountRow> accounts) {
        var rows = new BulkRows("account_month", COLUMNS);
        for (var each : accounts) {
            var balance = each.balance();
            rows.add(
                    each.account().plan(),
                    each.account().kind().name(),
                    each.account().code(),
                    each.lines(),
                    each.measures().netAmount(),
                    each.measures().netQuantity(),
                    each.measures().grossMargin(),
                    each.base(),
                    balance.earned(),
                    balance.adjusted(),
                    balance.clawed(),
                    balance.held(),
                    balance.forfeited(),
                    each.zero().reason(),
                    each.zero().detail(),
                    each.asked().on(),
                    each.asked().words(),
                    each.asked().waits() ? 1L : 0L,
                    each.mark(),
                    origin.toString());
        }
        bulk.replace(rows);
    }
}
