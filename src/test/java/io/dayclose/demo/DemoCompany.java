package io.dayclose.demo;

import io.dayclose.database.BulkRows;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * An invented company: 3 branches, 40 outlets in four channels, 12 dealers, 120 people, 300 products, two months of sales
 * and returns. The same seed gives the same company; only the dates move with the day it is asked for.
 */
final class DemoCompany {
    static final List<String> TABLES = List.of("branch", "dealer", "outlet", "person", "product", "sale");
    private static final List<String> BRANCHES = List.of("华东分公司", "华南分公司", "华北分公司");
    private static final List<List<String>> CITIES = List.of(
            List.of("上海", "杭州", "南京", "苏州", "宁波", "合肥", "无锡"),
            List.of("广州", "深圳", "厦门", "佛山", "东莞", "南宁", "海口"),
            List.of("北京", "天津", "济南", "青岛", "石家庄", "太原", "郑州"));
    private static final Map<DayOfWeek, Double> WEEK =
            Map.of(DayOfWeek.FRIDAY, 1.2, DayOfWeek.SATURDAY, 1.6, DayOfWeek.SUNDAY, 1.5);
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
    private static final String NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平";

    private final SplittableRandom random = new SplittableRandom(20261122);
    private final LocalDate last;
    private final List<Object[]> products = new ArrayList<>();
    private final List<List<String>> sellers = new ArrayList<>();
    private final List<Sold> sold = new ArrayList<>();
    private int serial;

    /** @param last the last day with sales */
    DemoCompany(LocalDate last) {
        this.last = last;
    }

    private record Sold(
            String doc, long line, int outlet, Object[] product, long quantity, String serial, LocalDateTime at) {
        BigDecimal gross() {
            return ((BigDecimal) product[5]).multiply(BigDecimal.valueOf(quantity));
        }
    }

    static BulkRows table(String name, String columns) {
        return new BulkRows(name, List.of(columns.split(", ")));
    }

    List<BulkRows> tables() {
        return List.of(branches(), dealers(), outlets(), people(), products(), sales());
    }

    private BulkRows branches() {
        var rows = table("branch", "branch_code, name, region, manager_code");
        for (int b = 0; b < BRANCHES.size(); b++) {
            rows.add("B0" + (b + 1), BRANCHES.get(b), BRANCHES.get(b).substring(0, 2), "P00" + (b + 3));
        }
        return rows;
    }

    private BulkRows dealers() {
        var rows =
                table("dealer", "dealer_code, name, branch_code, contract_from, deposit_required, credit_limit, email");
        for (int d = 0; d < 12; d++) {
            rows.add(
                    "D%02d".formatted(d + 1),
                    city(d % 3, d / 3) + "诚信通讯有限公司",
                    "B0" + (d % 3 + 1),
                    last.minusYears(1),
                    50_000,
                    200_000,
                    "dealer%02d@example.com".formatted(d + 1));
        }
        return rows;
    }

    private static String city(int branch, int i) {
        return CITIES.get(branch).get(i % CITIES.get(branch).size());
    }

    private BulkRows outlets() {
        var rows = table("outlet", "outlet_code, name, branch_code, channel, dealer_code, opened_on, closed_on");
        for (int o = 0; o < 40; o++) {
            var kind = o < 12 ? "自有营业厅" : o < 28 ? "合作店" : o < 36 ? "校园店" : "网上商城";
            var channel = o < 12 ? "OWN" : o < 28 ? "DEALER" : o < 36 ? "CAMPUS" : "ECHANNEL";
            var dealer = o >= 12 && o < 36 ? "D%02d".formatted(o % 12 + 1) : null;
            rows.add(
                    outlet(o),
                    city(o % 3, o / 3) + kind + (o / 21 + 1) + "号",
                    "B0" + (o % 3 + 1),
                    channel,
                    dealer,
                    last.minusYears(2),
                    o == 39 ? last.minusDays(3) : null);
        }
        return rows;
    }

    private static String outlet(int o) {
        return "W%03d".formatted(o + 1);
    }

    private BulkRows people() {
        var rows = table("person", "person_code, name, branch_code, outlet_code, role, manager_code, email, joined_on");
        var joined = last.minusYears(3);
        rows.add("P001", "陈国强", "B01", null, "GENERAL_MANAGER", null, "gm@example.com", joined);
        rows.add("P002", "李雪梅", "B01", null, "SALES_DIRECTOR", "P001", "sales@example.com", joined);
        for (int b = 0; b < 3; b++) {
            rows.add(
                    "P00" + (b + 3),
                    person(),
                    "B0" + (b + 1),
                    null,
                    "BRANCH_MANAGER",
                    "P002",
                    List.of("east", "south", "north").get(b) + "@example.com",
                    joined);
        }
        for (int o = 0; o < 40; o++) {
            sellers.add(new ArrayList<>());
        }
        for (int p = 6; p <= 120; p++) {
            int o = (p - 6) % 40;
            var role = p < 46 ? "STORE_DIRECTOR" : p < 112 ? "SELLER" : p < 117 ? "PROMOTER" : "TECHNICIAN";
            var code = "P%03d".formatted(p);
            sellers.get(o).add(code);
            rows.add(
                    code,
                    person(),
                    "B0" + (o % 3 + 1),
                    outlet(o),
                    role,
                    p < 46 ? "P00" + (o % 3 + 3) : "P%03d".formatted(o + 6),
                    null,
                    joined);
        }
        return rows;
    }

    private String person() {
        return "" + SURNAMES.charAt(random.nextInt(SURNAMES.length())) + NAMES.charAt(random.nextInt(NAMES.length()))
                + (random.nextBoolean() ? NAMES.charAt(random.nextInt(NAMES.length())) : "");
    }

    private BulkRows products() {
        var rows = table(
                "product", "product_code, name, category, manufacturer, standard_cost, list_price, serialised, kind");
        var categories = List.of("手机", "SIM卡", "充值卡", "复印机", "耗材", "配件");
        var units = List.of("旗舰机", "号卡", "充值卡", "数码复印机", "墨粉盒", "保护壳");
        int[] base = {1999, 59, 100, 8600, 260, 49};
        for (int i = 0; i < 300; i++) {
            int c = i % categories.size();
            var price = BigDecimal.valueOf(base[c])
                    .multiply(BigDecimal.valueOf(80 + random.nextInt(120)))
                    .divide(BigDecimal.valueOf(100));
            var maker = "MK" + (i % 8 + 1);
            var product = new Object[] {
                "G%04d".formatted(i + 1),
                maker + units.get(c) + " " + (char) ('A' + i / 6 % 26) + (i / 6),
                categories.get(c),
                maker,
                price.multiply(BigDecimal.valueOf(0.8)).stripTrailingZeros(),
                price,
                c == 0 ? "Y" : "N",
                c == 2 ? "VALUE_CARD" : c == 1 ? "NUMBER_CARD" : "GOODS"
            };
            products.add(product);
            rows.add(product);
        }
        return rows;
    }

    private BulkRows sales() {
        var rows = table(
                "sale",
                "doc_no, line_no, kind, business_date, sold_at, outlet_code, seller_code, product_code, quantity, unit_price, discount,"
                        + " amount, serial_no, original_doc_no, original_line_no");
        var first = last.minusMonths(2).plusDays(1);
        int document = 0;
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (int o = 0; o < 39; o++) {
                int documents = (int) Math.round(demand(day, first, o) * (0.7 + random.nextDouble() * 0.6));
                for (int i = 0; i < documents; i++) {
                    document(rows, "S%07d".formatted(++document), day, o);
                }
            }
            returns(rows, day);
        }
        new DemoMistakes(last, (String) products.get(1)[0]).plant(rows);
        return rows;
    }

    /** Busier at the weekend, growing through the two months, with large and small outlets. */
    private static double demand(LocalDate day, LocalDate first, int outlet) {
        double season = 1 + 0.004 * (day.toEpochDay() - first.toEpochDay());
        return (4 + 18.0 / (1 + outlet % 13)) * season * WEEK.getOrDefault(day.getDayOfWeek(), 1.0);
    }

    private void document(BulkRows rows, String doc, LocalDate day, int o) {
        var time = day.atTime(9 + random.nextInt(12), random.nextInt(60), random.nextInt(60));
        var seller = sellers.get(o).get(random.nextInt(sellers.get(o).size()));
        int lines = 1 + random.nextInt(3);
        for (int line = 1; line <= lines; line++) {
            var product = products.get(random.nextInt(products.size()));
            boolean serialised = "Y".equals(product[6]);
            long quantity = serialised ? 1 : 1 + random.nextInt(3);
            var sale =
                    new Sold(doc, line, o, product, quantity, serialised ? "SN%08d".formatted(++serial) : null, time);
            var discount = random.nextInt(20) == 0 ? BigDecimal.valueOf(random.nextInt(1, 20)) : null;
            var amount = discount == null ? sale.gross() : sale.gross().subtract(discount);
            rows.add(
                    doc,
                    line,
                    "SALE",
                    day,
                    time,
                    outlet(o),
                    seller,
                    product[0],
                    quantity,
                    product[5],
                    discount,
                    amount,
                    sale.serial(),
                    null,
                    null);
            if (discount == null && random.nextInt(25) == 0) {
                sold.add(sale);
            }
        }
    }

    /** What was set aside comes back some days later, beside its original. */
    private void returns(BulkRows rows, LocalDate day) {
        int n = 0;
        for (var sale : List.copyOf(sold)) {
            if (sale.at().toLocalDate().isBefore(day) && random.nextInt(6) == 0) {
                sold.remove(sale);
                var doc = "R%s%03d".formatted(day.toString().replace("-", "").substring(2), ++n);
                rows.add(
                        doc,
                        1,
                        "RETURN",
                        day,
                        day.atTime(15, n % 60),
                        outlet(sale.outlet()),
                        null,
                        sale.product()[0],
                        sale.quantity(),
                        sale.product()[5],
                        null,
                        sale.gross(),
                        sale.serial(),
                        sale.doc(),
                        sale.line());
            }
        }
    }
}
