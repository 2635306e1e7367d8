package io.dayclose.commission.posting;

import io.dayclose.commission.ClosedMonth;
import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.measure.Taken;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The months that are closed, and what their accounts came to then. */
public final class ClosedMonths {
    private final JdbcTemplate jdbc;
    private final TreeMap<YearMonth, Taken> months = new TreeMap<>();

    public ClosedMonths(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        jdbc.query("SELECT month, last_night, last_source FROM closed_month", (RowCallbackHandler) row -> months.put(
                YearMonth.parse(row.getString(1)), new Taken(row.getObject(2, LocalDate.class), row.getLong(3))));
    }

    /** The closed months, each with what had been taken in when it was closed. */
    public Map<YearMonth, Taken> taken() {
        return months;
    }

    /** Whether a month is over for good: closed itself, or left behind, with nothing in it, when a later one was closed. */
    public boolean has(YearMonth month) {
        return !months.isEmpty() && !month.isAfter(months.lastKey());
    }

    /** Where entries of an origin month are posted on a date: there while it is open, else in the first open month. */
    public YearMonth postingMonth(YearMonth origin, LocalDate date) {
        if (!has(origin)) {
            return origin;
        }
        var month = YearMonth.from(date);
        return month.isAfter(months.lastKey()) ? month : months.lastKey().plusMonths(1);
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
