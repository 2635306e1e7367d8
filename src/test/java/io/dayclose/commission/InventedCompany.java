package io.dayclose.commission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A small company of two months: master data that changes, and the news of it that comes in time or late. The dates of
 * the changes are the seed's.
 */
final class InventedCompany {
    static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    static final LocalDate LAST = LocalDate.parse("2026-11-30");
    private static final LocalDate END = LocalDate.parse("2099-12-31");

    private final Dice dice;
    private final NightFiles files;
    private final List<Outlet> outlets = new ArrayList<>();
    private final List<Product> products = new ArrayList<>();
    private final List<String> sellers =
            List.of("S01", "S02", "S03", "S04", "S05", "S06", "T01", "T02", "T03", "P01", "M01");

    /** An outlet, the days it is open, and the night the company hears of it. */
    record Outlet(String code, LocalDate opened, LocalDate closed, LocalDate heard) {
        boolean isOpen(LocalDate date, LocalDate night) {
            return !date.isBefore(opened) && !date.isAfter(closed) && !night.isBefore(heard);
        }
    }

    /** A product and what it costs the customer, in fen. */
    record Product(String code, boolean serialised, int least, int most) {}

    InventedCompany(Dice dice, NightFiles files) {
        this.dice = dice;
        this.files = files;
        places();
        people();
        goods();
    }

    List<Outlet> open(LocalDate date, LocalDate night) {
        return outlets.stream().filter(outlet -> outlet.isOpen(date, night)).toList();
    }

    List<Product> products() {
        return products;
    }

    List<String> sellers() {
        return sellers;
    }

    private void places() {
        List.of("B01,East", "B02,South").forEach(row -> files.add(FIRST, "branch", row));
        List.of("D01,First,B01", "D02,Second,B01", "D03,Third,B02", "D04,Fourth,B02")
                .forEach(row -> files.add(FIRST, "dealer", row));
        List.of(
                        "W01,B01,OWN,",
                        "W02,B02,OWN,",
                        "W03,B01,DEALER,D01",
                        "W04,B01,DEALER,D02",
                        "W05,B02,DEALER,D02",
                        "W06,B02,CAMPUS,D03",
                        "W07,B01,CAMPUS,D04")
                .forEach(row -> outlet(row, LocalDate.parse("2020-01-01"), END, FIRST));
        outlet("W08,B02,DEALER,D04", october(8, 24), END, FIRST);
        var newest = november(4, 20);
        outlet("W10,B02,DEALER,D03", newest, END, newest.plusDays(dice.between(0, 3)));
        closing();
        moves("W05,B02,DEALER,D03", october(9, 24));
        moves("W02,B01,OWN,", october(9, 24));
        moves("W07,B01,DEALER,D04", november(5, 25));
        moves("W04,B01,DEALER,D01", november(5, 25));
    }

    /** @param row code, branch, channel, dealer */
    private void outlet(String row, LocalDate opened, LocalDate closed, LocalDate heard) {
        outlets.add(new Outlet(row.substring(0, 3), opened, closed, heard));
        files.add(heard, "outlet", outletRow(row, "", opened + ","));
    }

    private static String outletRow(String row, String from, String span) {
        var parts = row.split(",", 2);
        return "%s,%s,Outlet %s,%s,%s".formatted(parts[0], from, parts[0], parts[1], span);
    }

    /** An outlet that closes; the day is known beforehand. */
    private void closing() {
        var closed = november(15, 26);
        outlet("W09,B01,DEALER,D01", LocalDate.parse("2020-01-01"), closed, FIRST);
        files.add(november(2, 12), "outlet", outletRow("W09,B01,DEALER,D01", "", "2020-01-01," + closed));
    }

    /** An outlet goes to another dealer, and the news of it is late or not. */
    private void moves(String row, LocalDate from) {
        files.add(news(from), "outlet", outletRow(row, from.toString(), "2020-01-01,"));
    }

    /** The night on which news of a change comes: then, late, sometimes before. */
    private LocalDate news(LocalDate from) {
        int late = dice.percent(40) ? 0 : dice.percent(20) ? -dice.between(1, 7) : dice.between(1, 30);
        var night = from.plusDays(late);
        return night.isBefore(FIRST) ? FIRST : night;
    }

    private LocalDate october(int first, int last) {
        return LocalDate.of(2026, 10, dice.between(first, last));
    }

    private LocalDate november(int first, int last) {
        return LocalDate.of(2026, 11, dice.between(first, last));
    }

    private void people() {
        person("G00", FIRST, "", "GENERAL_MANAGER,");
        List.of("M01", "M02").forEach(code -> person(code, FIRST, "", "STORE_DIRECTOR,G00"));
        List.of("S01", "S02", "S03").forEach(code -> person(code, FIRST, "", "SELLER,M01"));
        List.of("S04", "S05", "S06").forEach(code -> person(code, FIRST, "", "SELLER,M02"));
        List.of("T01", "T02", "T03")
                .forEach(code -> person(code, FIRST, "", "TECHNICIAN," + dice.any(List.of("M01", "M02"))));
        person("P01", FIRST, "", "PROMOTER,");
        change("S01", october(5, 28), "SELLER,M02");
        change("S02", november(3, 25), "SELLER,G00");
        change("S04", october(5, 28), "TECHNICIAN,M02");
        change("T03", november(3, 25), "SELLER,M01");
        mend();
        change("P01", october(12, 28), "PROMOTER,M01");
    }

    /** A row that was wrong from the first is mended. */
    private void mend() {
        person("T02", october(10, 31), "", "TECHNICIAN,M01");
        person("S06", november(3, 25), "", "SELLER,G00");
        files.add(november(1, 25), "product", "H02,,Product H02,HANDSET,Huaguang,2801.25,Y,GOODS");
        files.add(october(5, 31), "product", "A04,,Product A04,ACCESSORY,Third,31.5,N,GOODS");
    }

    private void change(String code, LocalDate from, String roleAndManager) {
        person(code, news(from), from.toString(), roleAndManager);
    }

    private void person(String code, LocalDate night, String from, String roleAndManager) {
        files.add(night, "person", "%s,%s,Name %s,B01,W01,%s".formatted(code, from, code, roleAndManager));
    }

    private void goods() {
        product("H01", 199_900, "HANDSET,Huaguang,1612.3456,Y,GOODS");
        product("H02", 349_999, "HANDSET,Huaguang,2750.5,Y,GOODS");
        product("H03", 99_950, "HANDSET,Other,,Y,GOODS");
        product("H04", 125_000, "HANDSET,Huaguang,,Y,GOODS");
        product("A01", 1_990, "ACCESSORY,Huaguang,7.1234,N,GOODS");
        product("A02", 8_888, "ACCESSORY,Other,41.05,N,GOODS");
        product("A03", 15_999, "ACCESSORY,Third,88,N,GIFT");
        product("A04", 4_999, "ACCESSORY,Huaguang,,N,GOODS");
        product("N01", 5_000, "CARD,Carrier,50,N,NUMBER_CARD");
        cost("H01", october(10, 25), "HANDSET,Huaguang,1588.8,Y,GOODS");
        cost("H04", october(10, 25), "HANDSET,Huaguang,1001.0001,Y,GOODS");
        cost("A01", november(1, 15), "ACCESSORY,Huaguang,8.99,N,GOODS");
        cost("A02", november(5, 25), "ACCESSORY,Other,,N,GOODS");
    }

    private void product(String code, int price, String rest) {
        products.add(new Product(code, rest.contains(",Y,"), price * 9 / 10, price));
        files.add(FIRST, "product", "%s,,Product %s,%s".formatted(code, code, rest));
    }

    private void cost(String code, LocalDate from, String rest) {
        files.add(news(from), "product", "%s,%s,Product %s,%s".formatted(code, from, code, rest));
    }
}
