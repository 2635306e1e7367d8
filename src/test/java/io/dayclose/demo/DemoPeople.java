package io.dayclose.demo;

import static io.dayclose.demo.DemoPlaces.branch;
import static io.dayclose.demo.DemoPlaces.branchOf;
import static io.dayclose.demo.DemoPlaces.outlet;

import io.dayclose.database.BulkRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Management, and three people to an outlet: the first one its director. */
final class DemoPeople {
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
    private static final String NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平";

    private final SplittableRandom random;
    private final LocalDate joined;
    private final List<List<String>> sellers = new ArrayList<>();

    DemoPeople(SplittableRandom random, LocalDate last) {
        this.random = random;
        joined = last.minusYears(3);
        for (int o = 0; o < 40; o++) {
            sellers.add(new ArrayList<>());
        }
    }

    /** The people who sell at an outlet, known once the rows are made. */
    List<String> sellers(int outlet) {
        return sellers.get(outlet);
    }

    BulkRows rows() {
        var rows = DemoCompany.table(
                "person", "person_code, name, branch_code, outlet_code, role, manager_code, email, joined_on");
        rows.add("P001", "陈国强", "B01", null, "GENERAL_MANAGER", null, "gm@example.com", joined);
        rows.add("P002", "李雪梅", "B01", null, "SALES_DIRECTOR", "P001", "sales@example.com", joined);
        for (int b = 0; b < DemoPlaces.BRANCHES; b++) {
            var email = List.of("east", "south", "north").get(b) + "@example.com";
            rows.add("P00" + (b + 3), name(), branch(b), null, "BRANCH_MANAGER", "P002", email, joined);
        }
        for (int p = 6; p <= 120; p++) {
            rows.add(seller(p, (p - 6) % 40));
        }
        return rows;
    }

    private Object[] seller(int p, int o) {
        var role = p < 46 ? "STORE_DIRECTOR" : p < 112 ? "SELLER" : p < 117 ? "PROMOTER" : "TECHNICIAN";
        var code = "P%03d".formatted(p);
        var manager = p < 46 ? "P00" + (branchOf(o) + 3) : "P%03d".formatted(o + 6);
        var email = p < 46 ? outlet(o).toLowerCase(Locale.ROOT) + "@example.com" : null;
        sellers.get(o).add(code);
        return new Object[] {code, name(), branch(branchOf(o)), outlet(o), role, manager, email, joined};
    }

    private String name() {
        return "" + SURNAMES.charAt(random.nextInt(SURNAMES.length())) + NAMES.charAt(random.nextInt(NAMES.length()))
                + (random.nextBoolean() ? NAMES.charAt(random.nextInt(NAMES.length())) : "");
    }
}
