package io.dayclose.bench;

import io.dayclose.app.Engine;
import io.dayclose.database.BulkRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shelves of invented outlets, and what is sold of them by the night: the sums a night makes, without the lines they are made of. */
final class BenchShelves {
    private final int outlets;
    private final int shelves;
    private final Random dice = new Random(20261126);

    /** @param shelves of each outlet */
    BenchShelves(int outlets, int shelves) {
        this.outlets = outlets;
        this.shelves = shelves;
    }

    /** Master data: ten branches, every third outlet a dealer's. */
    void open(Engine engine, LocalDate day) {
        var branches = master("branch", "name");
        for (int i = 0; i < 10; i++) {
            add(branches, day, "B" + i, "B" + i);
        }
        var places = master("outlet", "name", "branch_code", "channel", "dealer_code");
        for (int i = 0; i < outlets; i++) {
            boolean dealers = i % 3 == 0;
            var dealer = dealers ? "D" + i % 30 : null;
            add(places, day, outlet(i), outlet(i), "B" + i % 10, dealers ? "DEALER" : "OWN", dealer);
        }
        var products = master("product", "name", "category", "standard_cost", "kind");
        for (int i = 0; i < shelves; i++) {
            add(products, day, product(i), product(i), "C" + i % 6, 8, "GOODS");
        }
        List.of(branches, places, products).forEach(engine.work().bulk()::insertNew);
    }

    private static BulkRows master(String feed, String... columns) {
        var all =
                new ArrayList<>(List.of(feed + "_code", "valid_from", "version", "night", "source_id", "source_line"));
        all.addAll(List.of(columns));
        return new BulkRows(feed, all);
    }

    private static void add(BulkRows rows, LocalDate day, String code, @Nullable Object... values) {
        var all = new ArrayList<@Nullable Object>(List.of(code, day, 1, day, 1, 1));
        all.addAll(Arrays.asList(values));
        rows.add(all.toArray());
    }

    /** Every shelf sells once; negative stock is stock too. */
    void stand(Engine engine, LocalDate day) {
        var all = new TreeMap<Integer, Integer>();
        for (int shelf = 0; shelf < outlets * shelves; shelf++) {
            all.put(shelf, 1);
        }
        night(engine, day, all);
    }

    /** So many lines, each of a shelf that chance picks. */
    void sell(Engine engine, LocalDate day, int lines) {
        var sold = new TreeMap<Integer, Integer>();
        dice.ints(lines, 0, outlets * shelves).forEach(shelf -> sold.merge(shelf, 1, Integer::sum));
        night(engine, day, sold);
    }

    private void night(Engine engine, LocalDate day, Map<Integer, Integer> sold) {
        var rows = new BulkRows(
                "product_day",
                List.of(
                        "business_date",
                        "outlet_code",
                        "product_code",
                        "sold_quantity",
                        "returned_quantity",
                        "gross_amount",
                        "returned_amount"));
        sold.forEach((shelf, quantity) -> rows.add(
                day, outlet(shelf / shelves), product(shelf % shelves), (long) quantity, 0L, quantity * 10, 0));
        engine.work().bulk().insertNew(rows);
        engine.work().jdbc().update("""
                INSERT INTO outlet_day (business_date, outlet_code, documents, sold_quantity, returned_quantity, gross_amount, returned_amount)
                SELECT business_date, outlet_code, COUNT(*), SUM(sold_quantity), 0, SUM(gross_amount), 0 FROM product_day
                WHERE business_date = ? GROUP BY outlet_code""", day);
        engine.work().jdbc().update("INSERT INTO summed_day (business_date, changes) VALUES (?, 1)", day);
        engine.work().bulk().countGrown();
    }

    private static String outlet(int number) {
        return "W%05d".formatted(number);
    }

    private static String product(int number) {
        return "G%05d".formatted(number);
    }
}
