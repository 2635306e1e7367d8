package io.dayclose.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import io.dayclose.testing.Workbooks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an outlet changes its branch, each branch keeps the days that were its own. */
class MovedOutletTest extends CompanyNights {
    @Override
    protected TestHome prepared(TestHome company) {
        return company.reports();
    }

    @Test
    void the_month_of_a_moved_outlet_is_shared_by_the_days_it_belonged_to_each_branch() {
        home.sales("sale-1.csv", "S1,1,SALE,2026-11-22,W001,P005,G001,2,10.00,,20.00,,,,");
        nights.run("2026-11-22");
        home.write(
                "inbox/outlet-2.csv",
                "outlet_code,valid_from,name,branch_code,channel\nW001,2026-11-23,上海一店,B02,OWN\n");
        home.sales("sale-2.csv", "S2,1,SALE,2026-11-23,W001,P005,G001,3,10.00,,30.00,,,,");
        nights.run("2026-11-23");
        assertThat(netAndMonth("华东")).containsExactly("0", "20");
        assertThat(netAndMonth("华南")).containsExactly("30", "30");
        assertThat(netAndMonth("测试公司")).containsExactly("30", "50");
    }

    private List<String> netAndMonth(String scope) {
        var book = Workbooks.below(folder.resolve("out/archive/2026-11-23")).stream()
                .filter(file -> file.getFileName().toString().contains(scope))
                .findFirst()
                .orElseThrow();
        var outlet = Workbooks.read(book).get("网点").stream()
                .filter(row -> row.get(0).equals("W001"))
                .findFirst()
                .orElseThrow();
        return List.of(outlet.get(8), outlet.get(10));
    }
}
