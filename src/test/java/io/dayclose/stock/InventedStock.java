package io.dayclose.stock;

import io.dayclose.testing.TestHome;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Invented facts of stock: few outlets and products, so that much meets in one cell. */
public final class InventedStock {
    private static final List<String> OUTLETS = List.of("W001", "W003", "W004", "W005");
    private static final List<String> PRODUCTS = List.of("G001", "G003", "G004");
    private static final List<String> TYPES =
            List.of("RECEIVE", "RECEIVE", "RECEIVE", "RETURN_TO_US", "DAMAGE", "GIFT_OUT", "ADJUST", "TRANSFER_OUT");
    private static final String SALE =
            "doc_no,line_no,kind,business_date,sold_at,outlet_code,product_code,quantity,unit_price,amount,original_doc_no,original_line_no\n";
    private static final String MOVEMENT =
            "movement_no,line_no,business_date,outlet_code,product_code,type,quantity,ownership,counter_outlet\n";
    private static final String COUNT = "count_no,line_no,counted_at,outlet_code,product_code,quantity\n";

    /** All that happened on the shelves; rows that say nothing may be there or not. */
    public static final String SHELVES = """
            SELECT business_date, outlet_code, product_code, ownership, opening, received, sold, returned, transfer_in, transfer_out, pulled_back, damaged,
                   gifted, adjusted, counted, closing, taken_from, layers
            FROM stock_day WHERE opening <> 0 OR closing <> 0 OR received <> 0 OR sold <> 0 OR returned <> 0 OR transfer_in <> 0 OR transfer_out <> 0
                OR pulled_back <> 0 OR damaged <> 0 OR gifted <> 0 OR adjusted <> 0 OR counted <> 0
            ORDER BY 1, 2, 3, 4""";

    /** What shelves have come to. */
    public static final String NOW = """
            SELECT outlet_code, product_code, owned, consigned, sold_28, sold_on, month_received, month_sold, month_returned, month_in, month_out
            FROM stock_cell ORDER BY 1, 2""";

    private final Random dice;
    private final LocalDate first;
    private final int days;
    private final List<Fact> facts = new ArrayList<>();
    private final List<String[]> sales = new ArrayList<>();

    public InventedStock(Random dice, LocalDate first, int days) {
        this.dice = dice;
        this.first = first;
        this.days = days;
    }

    /** A line of a feed's file and the day it tells of. */
    public record Fact(String feed, LocalDate date, String line) {}

    public List<Fact> facts(int number) {
        for (int n = 0; n < number; n++) {
            int kind = dice.nextInt(20);
            if (kind < 10) {
                sale(n);
            } else if (kind < 13) {
                giveBack(n);
            } else if (kind < 19) {
                move(n);
            } else {
                count(n);
            }
        }
        return facts;
    }

    /** Of every day a product of its own, which came on the first day and goes on to another outlet on that one: each is due on another date. */
    public List<Fact> journey() {
        for (int day = 0; day < days; day++) {
            var on = first.plusDays(day);
            var product = traveller(day);
            int quantity = 5 + dice.nextInt(9);
            add("stock_movement", first, "N%d,1,%s,W005,%s,RECEIVE,40,,", day, first, product);
            add("stock_movement", on, "J%d,1,%s,W005,%s,TRANSFER_OUT,%d,,W001", day, on, product, quantity);
            add("stock_movement", on, "J%d,2,%s,W001,%s,TRANSFER_IN,%d,,W005", day, on, product, quantity);
        }
        return facts;
    }

    private static String traveller(int day) {
        return "T%03d".formatted(day);
    }

    private LocalDate day() {
        return first.plusDays(dice.nextInt(days));
    }

    private String of(List<String> some) {
        return some.get(dice.nextInt(some.size()));
    }

    private LocalDateTime at(LocalDate day) {
        return day.atTime(8 + dice.nextInt(12), dice.nextInt(60));
    }

    private static String text(LocalDateTime at) {
        return at.toString().replace('T', ' ') + ":00";
    }

    private void sale(int n) {
        var day = day();
        var outlet = of(OUTLETS);
        var product = of(PRODUCTS);
        int quantity = 2 + dice.nextInt(4);
        var at = at(day);
        sales.add(new String[] {"S" + n, day.toString(), outlet, product, text(at)});
        add(
                "sale",
                day,
                "S%d,1,SALE,%s,%s,%s,%s,%d,1,%d,,",
                n,
                day,
                dice.nextInt(5) == 0 ? "" : text(at),
                outlet,
                product,
                quantity,
                quantity);
        if (n % 9 == 0) {
            discount(n);
        }
    }

    /** Money off a document, on any day and beside any shelf: no goods move. */
    private void discount(int n) {
        var day = first.plusDays(n % days);
        var outlet = OUTLETS.get(n % OUTLETS.size());
        var product = n % 2 == 0 ? PRODUCTS.get(n % PRODUCTS.size()) : "";
        add("sale", day, "S%d,2,DISCOUNT,%s,,%s,%s,,,-1.00,,", n, day, outlet, product);
    }

    /** One piece of an earlier line, at the same outlet or another one, on its day or later; each line once. */
    private void giveBack(int n) {
        if (sales.isEmpty()) {
            return;
        }
        var sale = sales.remove(dice.nextInt(sales.size()));
        var day = LocalDate.parse(sale[1]).plusDays(dice.nextInt(3));
        var last = first.plusDays(days - 1L);
        add(
                "sale",
                day.isAfter(last) ? last : day,
                "R%d,1,RETURN,%s,%s,%s,%s,1,1,1,%s,1",
                n,
                day.isAfter(last) ? last : day,
                "",
                sale[2],
                sale[3],
                sale[0]);
    }

    private void move(int n) {
        var day = day();
        var outlet = of(OUTLETS);
        var product = of(PRODUCTS);
        var type = of(TYPES);
        int quantity = type.equals("RECEIVE") ? 20 + dice.nextInt(20) : 1 + dice.nextInt(9);
        var ours = dice.nextInt(4) == 0 ? "CONSIGNED" : "";
        if (type.equals("TRANSFER_OUT")) {
            var to = OUTLETS.get((OUTLETS.indexOf(outlet) + 1) % OUTLETS.size());
            add("stock_movement", day, "M%d,1,%s,%s,%s,TRANSFER_OUT,%d,,%s", n, day, outlet, product, quantity, to);
            var arrives = day.plusDays(1);
            add(
                    "stock_movement",
                    arrives,
                    "M%d,2,%s,%s,%s,TRANSFER_IN,%d,,%s",
                    n,
                    arrives,
                    to,
                    product,
                    quantity,
                    outlet);
        } else {
            add(
                    "stock_movement",
                    day,
                    "M%d,1,%s,%s,%s,%s,%d,%s,",
                    n,
                    day,
                    outlet,
                    product,
                    type,
                    type.equals("ADJUST") && dice.nextBoolean() ? -quantity : quantity,
                    ours);
        }
    }

    private void count(int n) {
        var day = day();
        add("stock_count", day, "C%d,1,%s,%s,%s,%d", n, text(at(day)), of(OUTLETS), of(PRODUCTS), dice.nextInt(40));
    }

    private void add(String feed, LocalDate date, String format, Object... values) {
        facts.add(new Fact(feed, date, format.formatted(values)));
    }

    public static void write(TestHome home, String name, List<Fact> facts) {
        home.write("inbox/outlet-9.csv", """
                outlet_code,name,branch_code,channel,opened_on
                W003,三,B01,OWN,2020-01-01
                W004,四,B01,OWN,2020-01-01
                W005,五,B01,OWN,2020-01-01
                """);
        home.write(
                "inbox/product-9.csv",
                IntStream.range(0, 60)
                        .mapToObj(day -> traveller(day) + ",行,配件\n")
                        .collect(Collectors.joining("", "product_code,name,category\nG003,三,配件\nG004,四,配件\n", "")));
        Map.of("sale", SALE, "stock_movement", MOVEMENT, "stock_count", COUNT)
                .forEach((feed, header) -> home.write(
                        "inbox/" + feed + "-" + name + ".csv",
                        facts.stream()
                                .filter(fact -> fact.feed().equals(feed))
                                .map(Fact::line)
                                .collect(Collectors.joining("\n", header, "\n"))));
    }
}
