package io.dayclose.agree;

import io.dayclose.testing.TestHome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A company by chance: sales and returns with and without sellers, discounts, late and corrected files, stock owned and consigned with
 * counts and declarations, targets of some and not of others, plans with holds, minimum, cap and subsidy, deposits, and receipts of dealers.
 */
final class SeededCompany {
    static final LocalDate FIRST_NIGHT = LocalDate.parse("2026-10-30");
    static final LocalDate MONTH_END = LocalDate.parse("2026-10-31");
    static final LocalDate AFTER = LocalDate.parse("2026-11-01");
    private static final LocalDate FIRST_SALE = LocalDate.parse("2026-09-15");
    private static final List<String> OUTLETS = List.of("W1", "W2", "W3", "W4", "W5", "W6");
    private static final List<String> SELLERS = List.of("P1", "P2", "P3", "P4", "P5", "P6", "");
    private static final List<String> PRODUCTS = List.of("G1", "G2", "G3", "G4", "G5");

    private final Random random;
    private final TestHome home;
    private final List<String[]> sold = new ArrayList<>();
    private int number;

    SeededCompany(TestHome home, long seed) {
        this.home = home;
        random = new Random(seed);
    }

    TestHome invent() {
        home.allFeeds().reports();
        places();
        people();
        plans();
        targets();
        stock();
        money();
        sales("first", FIRST_SALE, FIRST_NIGHT, 8);
        return home;
    }

    /** What the night of the month's last day brings: its sales, late ones, and corrections of seller, amount and day. */
    void lastDay() {
        sales("last", MONTH_END, MONTH_END, 8);
        var late = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            late.add(line(LocalDate.parse("2026-10-15").plusDays(random.nextInt(15))));
        }
        for (int i = 0; i < 6; i++) {
            late.add(corrected());
        }
        write("sale-late.csv", TestHome.SALE_HEADER, late);
        write("stock_count-late.csv", COUNT, List.of("K9,1,2026-10-31 20:00:00,W1,G1," + random.nextInt(40)));
    }

    /** What reaches the closed month later. */
    void afterwards() {
        sales("after", AFTER, AFTER, 8);
        write(
                "sale-closed.csv",
                TestHome.SALE_HEADER,
                List.of(line(LocalDate.parse("2026-10-20")), corrected(), corrected()));
    }

    private static final String COUNT = "count_no,line_no,counted_at,outlet_code,product_code,quantity\n";

    private void write(String file, String header, List<String> rows) {
        home.write("inbox/" + file, header + String.join("\n", rows) + "\n");
    }

    private boolean percent(int times) {
        return random.nextInt(100) < times;
    }

    private <T> T any(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private void places() {
        write("branch-1.csv", "branch_code,name\n", List.of("B1,华东", "B2,华东"));
        write(
                "dealer-1.csv",
                "dealer_code,name,branch_code,contract_from,contract_to,deposit_required,credit_limit,bank_account,email\n",
                List.of(
                        "D1,诚信,B1,2026-01-01,,5000,90000,6222020000000000001,d1@example.com",
                        "D2,远达,B2,2026-01-01,2026-10-25,8000,90000,,d2@example.com"));
        write(
                "outlet-1.csv",
                "outlet_code,name,branch_code,channel,dealer_code,opened_on,closed_on\n",
                List.of(
                        "W1,一店,B1,OWN,,2020-01-01,",
                        "W2,二店,B2,OWN,,2026-10-02,",
                        "W3,三店,B1,DEALER,D1,2020-01-01,",
                        "W4,四店,B2,DEALER,D1,2020-01-01,",
                        "W5,五店,B2,CAMPUS,,2020-01-01," + (percent(50) ? "2026-10-28" : ""),
                        "W6,六店,B1,ECHANNEL,,2020-01-01,"));
        var products = new ArrayList<String>();
        for (var product : PRODUCTS) {
            products.add("%s,商品%s,%s,%s,%s,%s,N,%s"
                    .formatted(
                            product,
                            product,
                            any(List.of("手机", "配件")),
                            any(List.of("华光", "明远", "")),
                            percent(85) ? "%d.%04d".formatted(random.nextInt(90) + 1, random.nextInt(10_000)) : "",
                            percent(90) ? String.valueOf(random.nextInt(300) + 20) : "",
                            product.equals("G5") ? "GIFT" : "GOODS"));
        }
        write(
                "product-1.csv",
                "product_code,name,category,manufacturer,standard_cost,list_price,serialised,kind\n",
                products);
    }

    private void people() {
        write(
                "person-1.csv",
                "person_code,name,branch_code,outlet_code,role,manager_code,email,joined_on,left_on\n",
                List.of(
                        "M1,王,B1,,BRANCH_MANAGER,,m1@example.com,2020-01-01,",
                        "M2,李,B2,,BRANCH_MANAGER,,m2@example.com,2020-01-01,",
                        "M3,陈,B1,,GENERAL_MANAGER,,gm@example.com,2020-01-01,",
                        "M4,周,B1,,FINANCE,,fin@example.com,2020-01-01,",
                        "M5,吴,B1,,CHANNEL,,ch@example.com,2020-01-01,",
                        "P1,甲,B1,W1,SELLER,M1,,2020-01-01,",
                        "P2,乙,B1,W1,SELLER,M1,,2020-01-01," + (percent(50) ? "2026-10-29" : ""),
                        "P3,丙,B2,W2,SELLER,M2,,2020-01-01,",
                        "P4,丁,B1,W3,PROMOTER,M1,,2020-01-01,",
                        "P5,戊,B2,,TECHNICIAN,M2,,2020-01-01,",
                        "P6,己,B2,W4,SELLER,M2,,2020-01-01,"));
    }

    private void plans() {
        home.plan(
                "sellers",
                "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: %d.5}"
                        .formatted(random.nextInt(4)));
        home.plan(
                "promoters",
                "from: 2026-01-01, payee: seller, applies-to: {role: PROMOTER}, measure: net-quantity, rate: {per-unit: 2}, minimum: {net-quantity: %d}"
                        .formatted(random.nextInt(40)));
        home.plan(
                "dealers",
                "from: 2026-01-01, payee: dealer, applies-to: {channel: [DEALER]}, measure: net-amount, rate: {percent: 3}, cap: %d, hold: [{gate: deposit-full}]"
                        .formatted(random.nextInt(900) + 100));
        home.plan(
                "stores",
                "from: 2026-01-01, payee: outlet, applies-to: {channel: [OWN, CAMPUS]}, measure: net-amount, rate: {percent: 1}");
        home.write("jobs-config/plans/subsidy.yml", """
                plan: subsidy
                title: {zh: 房补, en: Subsidy}
                kind: subsidy
                versions:
                  - {from: 2026-01-01, payee: dealer, applies-to: {channel: [DEALER]}, rate: {fixed: 800, per: outlet, prorate: open-days}, minimum: {net-amount: %d}}
                """.formatted(random.nextInt(3000)));
    }

    private void targets() {
        var rows = new ArrayList<String>();
        for (var month : List.of("2026-10", "2026-11")) {
            if (percent(80)) {
                rows.add(month + ",net-amount,COMPANY,COMPANY," + (random.nextInt(90_000) + 10_000));
            }
            OUTLETS.stream()
                    .filter(any -> percent(30))
                    .forEach(outlet -> rows.add(month + ",net-amount,OUTLET," + outlet + "," + random.nextInt(20_000)));
            rows.add(month + ",net-amount,PERSON,P" + (random.nextInt(6) + 1) + "," + random.nextInt(9_000));
            rows.add(month + ",net-quantity,BRANCH,B1," + random.nextInt(900));
        }
        write("target-1.csv", "period,metric,scope_kind,scope_code,value\n", rows);
    }

    private void stock() {
        var moved = new ArrayList<String>();
        var counted = new ArrayList<String>();
        var declared = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            var outlet = any(OUTLETS);
            boolean dealers = List.of("W3", "W4").contains(outlet);
            moved.add("M%d,1,%s,%s,%s,RECEIVE,%d,%s"
                    .formatted(
                            i,
                            FIRST_SALE.minusDays(60).plusDays(random.nextInt(105)),
                            outlet,
                            any(PRODUCTS),
                            random.nextInt(40) + 1,
                            dealers && percent(60) ? "CONSIGNED" : "OWNED"));
        }
        for (int i = 0; i < 8; i++) {
            counted.add("K%d,1,2026-10-%02d 12:00:00,%s,%s,%d"
                    .formatted(i, random.nextInt(29) + 1, any(OUTLETS), any(PRODUCTS), random.nextInt(30)));
            declared.add("%s,%s,2026-10-%02d,%d"
                    .formatted(any(List.of("W3", "W4")), any(PRODUCTS), i + 10, random.nextInt(30)));
        }
        write(
                "stock_movement-1.csv",
                "movement_no,line_no,business_date,outlet_code,product_code,type,quantity,ownership\n",
                moved);
        write("stock_count-1.csv", COUNT, counted);
        write("stock_declared-1.csv", "outlet_code,product_code,as_of,quantity\n", declared);
    }

    private void money() {
        write(
                "deposit_movement-1.csv",
                "entry_no,entry_date,dealer_code,type,amount\n",
                List.of(
                        "E1,2026-01-05,D1,PAID," + (random.nextInt(8000) + 1),
                        "E2,2026-01-05,D2,PAID,8000",
                        "E3,2026-10-05,D2,REFUNDED," + (random.nextInt(900) + 1)));
        write(
                "receipt-1.csv",
                "receipt_no,received_on,payer_kind,payer_code,amount,reference\n",
                List.of(
                        "R1,2026-10-20,DEALER,D1," + (random.nextInt(900) + 1) + ",",
                        "R2,2026-10-21,DEALER,D2," + (random.nextInt(900) + 1) + ","));
        write(
                "consignment_settlement-1.csv",
                "settlement_no,line_no,dealer_code,product_code,quantity,unit_price,amount,settled_on,due_on\n",
                List.of("C1,1,D1,G1,2,100,200,2026-10-10,2026-10-20"));
    }

    private void sales(String file, LocalDate from, LocalDate to, int aDay) {
        var rows = new ArrayList<String>();
        from.datesUntil(to.plusDays(1)).forEach(date -> {
            for (int i = random.nextInt(aDay) + 1; i > 0; i--) {
                rows.add(line(date));
                if (percent(15) && sold.size() > 3) {
                    rows.add(back(date));
                }
            }
        });
        write("sale-" + file + ".csv", TestHome.SALE_HEADER, rows);
    }

    /** Document, outlet, seller, product, quantity, fen, day. */
    private String line(LocalDate date) {
        var outlet = any(OUTLETS);
        var seller = outlet.equals("W6") && percent(70) ? "" : any(SELLERS);
        int quantity = random.nextInt(4) + 1;
        int fen = (random.nextInt(40_000) + 100) * quantity;
        var sale =
                new String[] {"S" + ++number, outlet, seller, any(PRODUCTS), "" + quantity, "" + fen, date.toString()};
        sold.add(sale);
        var row = row(sale, sale[2], fen);
        return percent(8)
                ? row
                        + "\n%s,2,DISCOUNT,%s,%s,%s,,,,,%s,,,,"
                                .formatted(sale[0], date, outlet, sale[2], "-0." + (random.nextInt(90) + 10))
                : row;
    }

    private static String row(String[] sale, String seller, int fen) {
        int quantity = Integer.parseInt(sale[4]);
        return "%s,1,SALE,%s,%s,%s,%s,%s,%s,,%s,,,,"
                .formatted(sale[0], sale[6], sale[1], seller, sale[3], sale[4], money(fen / quantity), money(fen));
    }

    private static String money(int fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }

    /** Some or all of a sale comes back: by its seller, another one or nobody, with its paper or without. */
    private String back(LocalDate date) {
        var sale = any(sold);
        int quantity = random.nextInt(Integer.parseInt(sale[4])) + 1;
        int each = Integer.parseInt(sale[5]) / Integer.parseInt(sale[4]);
        var paper = percent(70) ? sale[0] + ",1" : ",";
        return "R%d,1,RETURN,%s,%s,%s,%s,%d,%s,,%s,,%s,"
                .formatted(
                        ++number,
                        date,
                        sale[1],
                        percent(50) ? "" : any(SELLERS),
                        sale[3],
                        quantity,
                        money(each),
                        money(each * quantity),
                        paper);
    }

    private String corrected() {
        var sale = any(sold);
        return row(sale, any(SELLERS), Integer.parseInt(sale[5]) + (percent(50) ? 0 : Integer.parseInt(sale[4]) * 10));
    }
}
