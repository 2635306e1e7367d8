package io.dayclose.stock.roll;

import io.dayclose.database.BulkRows;
import io.dayclose.database.BulkWriter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Days of cells that a query is asked for: a table of the connection's own, so it must be filled and read in one transaction. */
public final class ItemDay {
    private static final List<String> COLUMNS = List.of("business_date", "outlet_code", "product_code");

    private final JdbcTemplate jdbc;
    private final BulkWriter bulk;

    ItemDay(JdbcTemplate jdbc, BulkWriter bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** A day of a cell. */
    record Of(LocalDate date, Place place) {}

    /** Makes a table of that name, which queries then join: quicker than emptying one that is there. */
    void fill(String table, Collection<Of> all) {
        jdbc.execute("DROP TEMPORARY TABLE IF EXISTS " + table);
        jdbc.execute("CREATE TEMPORARY TABLE " + table + " LIKE stock_asked");
        var rows = new BulkRows(table, COLUMNS);
        all.forEach(each ->
                rows.add(each.date(), each.place().outlet(), each.place().product()));
        bulk.insertNew(rows);
    }
}
