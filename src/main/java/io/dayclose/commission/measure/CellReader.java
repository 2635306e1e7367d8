package io.dayclose.commission.measure;

import io.dayclose.commission.Bucket;
import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.Measures;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads rows that begin with {@link MeasureTable#SELECTED}. Rows of one account mostly follow each other: it is made once.
 */
public final class CellReader {
    private final Map<String, YearMonth> months = new HashMap<>();
    private Account last = new Account("", PayeeKind.values()[0], "");

    public Cell cell(ResultSet row) throws SQLException {
        return new Cell(account(row), month(row.getString(2)), bucket(row));
    }

    private YearMonth month(String text) {
        return months.computeIfAbsent(text, YearMonth::parse);
    }

    public Account account(ResultSet row) throws SQLException {
        var plan = row.getString(1);
        var kind = row.getString(3);
        var code = row.getString(4);
        if (!code.equals(last.code()) || !kind.equals(last.kind().name()) || !plan.equals(last.plan())) {
            last = new Account(plan, PayeeKind.valueOf(kind), code);
        }
        return last;
    }

    public static Bucket bucket(ResultSet row) throws SQLException {
        return new Bucket(date(row, 5), row.getString(6), date(row, 7), date(row, 8), row.getBoolean(9));
    }

    /** Not as a text: the driver would format it. */
    private static LocalDate date(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static Sums sums(ResultSet row) throws SQLException {
        return new Sums(
                row.getLong(10),
                row.getLong(11),
                new Measures(row.getBigDecimal(12), row.getBigDecimal(13), row.getBigDecimal(14)));
    }
}
