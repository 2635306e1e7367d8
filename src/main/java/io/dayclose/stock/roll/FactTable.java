package io.dayclose.stock.roll;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The days that are asked for. Of one single day its few facts are read and looked up among the cells; of many days the facts of each
 * cell are looked up: whichever are fewer lead.
 */
public record FactTable(Set<LocalDate> dates, String firstOutlet, String lastOutlet) {

    static FactTable of(Collection<ItemDay.Of> all) {
        var outlets = all.stream().map(each -> each.place().outlet()).collect(Collectors.toCollection(TreeSet::new));
        return new FactTable(
                all.stream().map(ItemDay.Of::date).collect(Collectors.toSet()), outlets.first(), outlets.last());
    }

    /** A table of facts under its alias, and the columns of its day and its outlet. */
    record Of(String table, String date, String outlet) {}

    /** @param sql with a place for the tables, joined in their order, and one for what narrows them */
    void query(JdbcTemplate jdbc, String sql, Of facts, RowCallbackHandler take) {
        if (dates.size() == 1) {
            jdbc.query(
                    sql.formatted(
                            facts.table() + " STRAIGHT_JOIN stock_asked_day n",
                            facts.date() + " = ? AND " + facts.outlet() + " BETWEEN ? AND ?"),
                    take,
                    dates.iterator().next(),
                    firstOutlet,
                    lastOutlet);
        } else {
            jdbc.query(sql.formatted("stock_asked_day n STRAIGHT_JOIN " + facts.table(), "TRUE"), take);
        }
    }
}
