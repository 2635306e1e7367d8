package io.dayclose.bench;

import io.dayclose.testing.TestHome;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A company with ten thousand payees: 1 500 dealers, 2 000 outlets, 6 000 sellers and 500 directors; and twenty plans. */
final class CommissionHome {
    static final int DEALERS = 1500;
    static final int OUTLETS = 2000;
    static final int SELLERS = 6000;
    static final int DIRECTORS = 500;
    static final int PRODUCTS = 999;
    static final int SELLERS_PER_OUTLET = SELLERS / OUTLETS;
    private static final int BRANCHES = 8;

    /** A third are handsets; those alone have serial numbers. */
    private static final String[] CATEGORIES = {
        "HANDSET", "ACCESSORY", "CARD", "HANDSET", "ACCESSORY", "SERVICE", "HANDSET", "CARD", "APPLIANCE"
    };

    private CommissionHome() {}

    static String dealer(int n) {
        return "D%04d".formatted(n);
    }

    static String outlet(int n) {
        return "W%04d".formatted(n);
    }

    static String seller(int n) {
        return "P%04d".formatted(n);
    }

    static String product(int n) {
        return "G%03d".formatted(n);
    }

    static boolean isHandset(int product) {
        return product % 3 == 0;
    }

    /** What one piece costs in yuan. */
    static int price(int product) {
        return isHandset(product) ? 800 + product * 5 : 20 + product / 5;
    }

    static TestHome of(Path folder) {
        var home = new TestHome(folder).smallCompany().feeds("warranty_card", "deposit_movement");
        plans().forEach((name, plan) -> home.write("jobs-config/plans/" + name + ".yml", plan));
        home.write("inbox/branch-1.csv", csv("branch_code,name", BRANCHES, n -> branch(n) + ",分公司" + n));
        home.write("inbox/dealer-1.csv", dealers());
        home.write("inbox/deposit_movement-1.csv", deposits());
        home.write("inbox/outlet-1.csv", outlets());
        home.write("inbox/person-1.csv", people());
        home.write("inbox/product-1.csv", products());
        return home.sales("sale-0.csv");
    }

    private static String csv(String header, int count, IntFunction<String> row) {
        return header + "\n" + IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    private static String dealers() {
        return csv(
                "dealer_code,name,branch_code,deposit_required,bank_account",
                DEALERS,
                n -> dealer(n) + ",商" + n + "," + branch(n) + ",1000,ICBC " + n);
    }

    /** One dealer in ten owes a part of his deposit. */
    private static String deposits() {
        return csv(
                "entry_no,entry_date,dealer_code,type,amount",
                DEALERS,
                n -> "E" + n + ",2026-10-01," + dealer(n) + ",PAID," + (n % 10 == 0 ? 900 : 1000));
    }

    private static String outlets() {
        return csv(
                "outlet_code,name,branch_code,channel,dealer_code,opened_on",
                OUTLETS,
                n -> outlet(n) + ",店" + n + "," + branch(n) + "," + channel(n) + ",2020-01-01");
    }

    private static String people() {
        return csv(
                "person_code,name,branch_code,outlet_code,role,manager_code",
                SELLERS + DIRECTORS,
                CommissionHome::person);
    }

    private static String products() {
        return csv(
                "product_code,name,category,manufacturer,standard_cost,serialised,kind",
                PRODUCTS,
                CommissionHome::productRow);
    }

    private static String branch(int n) {
        return "B%02d".formatted(n % BRANCHES + 1);
    }

    /** Three outlets in four are dealers', each dealer has one. */
    private static String channel(int n) {
        if (n >= DEALERS) {
            return "OWN,";
        }
        return (n % 4 == 0 ? "CAMPUS," : "DEALER,") + dealer(n);
    }

    private static String person(int n) {
        if (n >= SELLERS) {
            return "M%04d,长%d,%s,,STORE_DIRECTOR,".formatted(n - SELLERS, n, branch(n));
        }
        int outlet = n / SELLERS_PER_OUTLET;
        var role = n % 10 == 9 ? "TECHNICIAN" : "SELLER";
        return seller(n) + ",员" + n + "," + branch(outlet) + "," + outlet(outlet) + "," + role
                + ",M%04d".formatted(outlet % DIRECTORS);
    }

    /** One in a hundred has no cost. */
    private static String productRow(int n) {
        var cost = n % 100 == 99 ? "" : "%d.5000".formatted(price(n) * 85 / 100);
        return product(n) + ",品" + n + "," + CATEGORIES[n % CATEGORIES.length] + ",厂" + n % 10 + "," + cost + ","
                + (isHandset(n) ? "Y" : "N") + ",GOODS";
    }

    private static Map<String, String> plans() {
        var plans = new TreeMap<String, String>();
        PLANS.lines().forEach(line -> {
            var words = line.split(" ", 3);
            plans.put(
                    words[0],
                    "plan: %s\ntitle: %s\nkind: %s\nversions:\n  - {from: 2026-11-01, %s}\n"
                            .formatted(words[0], words[0], words[1], words[2]));
        });
        return plans;
    }

    private static final String PLANS = """
            staff-handset commission payee: seller, applies-to: {category: [HANDSET]}, measure: net-amount, rate: {bands: {mode: marginal, of: percent, table: [{from: 0, rate: 0.5}, {from: 100000, rate: 0.8}, {from: 500000, rate: 1.0}]}}, cap: 80000
            staff-accessory commission payee: seller, applies-to: {category: [ACCESSORY]}, measure: net-amount, rate: {percent: 3}, returns: {window-days: 7}
            staff-card commission payee: seller, applies-to: {category: [CARD, SERVICE]}, rate: {per-unit: 2.5}
            staff-appliance commission shares: {seller: 70, manager: 30}, applies-to: {category: [APPLIANCE]}, measure: net-amount, rate: {percent: 1.2}
            technician commission payee: seller, applies-to: {role: [TECHNICIAN]}, measure: gross-margin, rate: {percent: 2}, minimum: {net-amount: 20000, gross-margin: 1500}
            brand-push commission payee: seller, applies-to: {manufacturer: [厂2, 厂5]}, rate: {per-unit: 8}, hold: [{gate: return-window, days: 7}]
            director-own commission payee: manager, applies-to: {channel: [OWN]}, measure: net-amount, rate: {percent: 0.2}
            director-override commission payee: manager, rate: {override: {of: [staff-handset, staff-accessory], percent: 10}}
            dealer-handset commission payee: dealer, applies-to: {channel: [DEALER, CAMPUS], category: [HANDSET]}, measure: net-amount, rate: {bands: {mode: retroactive, of: percent, table: [{from: 0, rate: 1.0}, {from: 100000, rate: 2.0}, {from: 500000, rate: 3.0}]}}, hold: [{gate: warranty-card, days: 60, then: forfeit}, {gate: return-window, days: 7}], returns: {window-days: 90}
            dealer-accessory commission payee: dealer, applies-to: {channel: [DEALER, CAMPUS], category: [ACCESSORY]}, measure: net-amount, rate: {percent: 4}, hold: [{gate: deposit-full}]
            dealer-card commission payee: dealer, applies-to: {category: [CARD]}, measure: net-quantity, rate: {bands: {mode: retroactive, of: per-unit, table: [{from: 0, rate: 1}, {from: 500, rate: 2}]}}
            dealer-service commission payee: dealer, applies-to: {category: [SERVICE]}, rate: {per-unit: 1.5}
            dealer-margin commission payee: dealer, applies-to: {category: [HANDSET, APPLIANCE]}, measure: gross-margin, rate: {percent: 6}, minimum: {net-amount: 20000, gross-margin: 1500}, hold: [{gate: deposit-full}]
            brand-rebate commission payee: dealer, applies-to: {manufacturer: [厂0, 厂3], category: [HANDSET]}, rate: {per-unit: 10}, hold: [{gate: warranty-card, days: 8, then: release}]
            campus-extra commission payee: dealer, applies-to: {channel: [CAMPUS]}, measure: net-amount, rate: {percent: 0.3}, cap: 50000, returns: {after-close: recompute}
            outlet-volume commission payee: outlet, measure: net-amount, rate: {bands: {mode: marginal, of: percent, table: [{from: 0, rate: 0.1}, {from: 500000, rate: 0.15}]}}
            outlet-margin commission payee: outlet, applies-to: {channel: [OWN]}, measure: gross-margin, rate: {percent: 3}, minimum: {gross-margin: 3000}
            east-extra commission payee: seller, applies-to: {branch: [B01, B02], category: [HANDSET]}, measure: net-amount, rate: {percent: 0.1}, exclusive: {group: region, priority: 10}
            south-extra commission payee: seller, applies-to: {branch: [B02, B03], category: [HANDSET]}, measure: net-amount, rate: {percent: 0.2}, exclusive: {group: region, priority: 5}
            housing subsidy payee: dealer, applies-to: {channel: [CAMPUS]}, rate: {fixed: 800, per: outlet, prorate: open-days}, minimum: {net-amount: 1000}
            """;
}
