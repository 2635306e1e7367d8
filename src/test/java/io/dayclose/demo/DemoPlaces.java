package io.dayclose.demo;

import io.dayclose.database.BulkRows;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Three branches, twelve dealers and forty outlets in four channels; the number of an outlet says whose it is. */
final class DemoPlaces {
    static final int BRANCHES = 3;
    static final int DEALERS = 12;

    /** The last of the forty has closed and sells nothing. */
    static final int OPEN_OUTLETS = 39;

    private static final List<String> NAMES = List.of("华东分公司", "华南分公司", "华北分公司");
    private static final List<List<String>> CITIES = List.of(
            List.of("上海", "杭州", "南京", "苏州", "宁波", "合肥", "无锡"),
            List.of("广州", "深圳", "厦门", "佛山", "东莞", "南宁", "海口"),
            List.of("北京", "天津", "济南", "青岛", "石家庄", "太原", "郑州"));

    private final LocalDate last;

    DemoPlaces(LocalDate last) {
        this.last = last;
    }

    static String branch(int b) {
        return "B0" + (b + 1);
    }

    static String branchName(int b) {
        return NAMES.get(b);
    }

    /** Outlets and dealers go round the branches in turn. */
    static int branchOf(int outletOrDealer) {
        return outletOrDealer % BRANCHES;
    }

    static String dealer(int d) {
        return "D%02d".formatted(d + 1);
    }

    static String outlet(int o) {
        return "W%03d".formatted(o + 1);
    }

    static boolean isDealers(int outlet) {
        return outlet >= 12 && outlet < 36;
    }

    static int dealerOf(int outlet) {
        return outlet % DEALERS;
    }

    static IntStream outletsOf(int dealer) {
        return IntStream.range(12, 36).filter(outlet -> dealerOf(outlet) == dealer);
    }

    /** Large and small ones: how many documents an ordinary first day brings. */
    static double size(int outlet) {
        return 4 + 18.0 / (1 + outlet % 13);
    }

    BulkRows branches() {
        var rows = DemoCompany.table("branch", "branch_code, name, region, manager_code");
        for (int b = 0; b < BRANCHES; b++) {
            rows.add(branch(b), NAMES.get(b), NAMES.get(b).substring(0, 2), "P00" + (b + 3));
        }
        return rows;
    }

    BulkRows dealers() {
        var rows = DemoCompany.table(
                "dealer",
                "dealer_code, name, branch_code, contract_from, deposit_required, credit_limit, bank_account, email");
        for (int d = 0; d < DEALERS; d++) {
            rows.add(
                    dealer(d),
                    dealerName(d),
                    branch(branchOf(d)),
                    last.minusYears(1),
                    DemoDeposits.REQUIRED,
                    2_000_000,
                    "622202%012d".formatted(3_100_000_000L + d * 7919L),
                    "dealer%02d@example.com".formatted(d + 1));
        }
        return rows;
    }

    static String dealerName(int d) {
        return city(branchOf(d), d / 3) + "诚信通讯有限公司";
    }

    private static String city(int branch, int i) {
        return CITIES.get(branch).get(i % CITIES.get(branch).size());
    }

    BulkRows outlets() {
        var rows = DemoCompany.table(
                "outlet", "outlet_code, name, branch_code, channel, dealer_code, opened_on, closed_on");
        for (int o = 0; o < 40; o++) {
            rows.add(
                    outlet(o),
                    outletName(o),
                    branch(branchOf(o)),
                    o < 12 ? "OWN" : o < 28 ? "DEALER" : o < 36 ? "CAMPUS" : "ECHANNEL",
                    isDealers(o) ? dealer(dealerOf(o)) : null,
                    last.minusYears(2),
                    o == OPEN_OUTLETS ? last.minusDays(3) : null);
        }
        return rows;
    }

    static String outletName(int o) {
        var kind = o < 12 ? "自有营业厅" : o < 28 ? "合作店" : o < 36 ? "校园店" : "网上商城";
        return city(branchOf(o), o / 3) + kind + (o / 21 + 1) + "号";
    }
}
