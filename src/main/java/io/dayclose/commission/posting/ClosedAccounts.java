package io.dayclose.commission.posting;

import io.dayclose.commission.ClosedMonth;
import io.dayclose.commission.Credit.Account;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** What the accounts of closed months came to then. */
public final class ClosedAccounts {
    private final JdbcTemplate jdbc;

    public ClosedAccounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what the accounts of a month that is being closed come to. */
    public void keep(YearMonth month) {
        jdbc.queryForList("SELECT DISTINCT plan FROM account_month", String.class)
                .forEach(plan -> jdbc.update(
                        "INSERT INTO closed_account SELECT * FROM account_month WHERE plan = ? AND origin_month = ?",
                        plan,
                        month.toString()));
    }

    /** What an account of a closed month came to. */
    ClosedMonth of(MonthGroup group, Account account) {
        return jdbc
                .query(
                        "SELECT earned, measure FROM closed_account WHERE plan = ? AND origin_month = ? AND payee_kind = ? AND payee_code = ?",
                        (row, n) -> new ClosedMonth(row.getBigDecimal(1), row.getBigDecimal(2)),
                        group.plan(),
                        group.origin().toString(),
                        account.kind().name(),
                        account.code())
                .stream()
                .findFirst()
                .orElse(ClosedMonth.NOTHING);
    }

    /** What the accounts of a closed month came to; those that had nothing are left out. */
    Map<Account, ClosedMonth> of(MonthGroup group) {
        var found = new HashMap<Account, ClosedMonth>();
        jdbc.query(
                "SELECT payee_kind, payee_code, earned, measure FROM closed_account WHERE plan = ? AND origin_month = ?",
                (RowCallbackHandler) row -> found.put(
                        new Account(group.plan(), PayeeKind.valueOf(row.getString(1)), row.getString(2)),
                        new ClosedMonth(row.getBigDecimal(3), row.getBigDecimal(4))),
                group.plan(),
                group.origin().toString());
        return found;
    }
}
