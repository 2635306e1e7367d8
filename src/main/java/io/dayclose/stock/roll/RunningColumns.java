package io.dayclose.stock.roll;

import io.dayclose.stock.MonthToDate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How {@link MonthToDate} is kept: under the same names with the day and with the cell. */
final class RunningColumns {
    static final List<String> NAMES = List.of(
            "month_received", "month_sold", "month_returned", "month_in", "month_out", "month_empty", "sold_on");

    private RunningColumns() {}

    /** Their names for a query, of a table's alias. */
    static String of(String alias) {
        return NAMES.stream().map(name -> alias + "." + name).collect(Collectors.joining(", "));
    }

    /** @param at the column of the first one */
    static MonthToDate read(ResultSet row, LocalDate on, int at) throws SQLException {
        return new MonthToDate(
                on,
                row.getLong(at),
                row.getLong(at + 1),
                row.getLong(at + 2),
                row.getLong(at + 3),
                row.getLong(at + 4),
                row.getLong(at + 5),
                row.getObject(at + 6, LocalDate.class));
    }

    static void add(MonthToDate running, Collection<@Nullable Object> row) {
        row.addAll(List.of(
                running.received(), running.sold(), running.returned(), running.in(), running.out(), running.empty()));
        row.add(running.soldOn());
    }
}
