package io.dayclose.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.OpenedBook;
import io.dayclose.testing.TestHome;
import org.junit.jupiter.api.Test;

/** What page one says to whom. */
class CoverTest extends CompanyNights {
    private static final String NIGHT = "2026-11-22";

    @Override
    protected TestHome prepared(TestHome company) {
        return company.reports();
    }

    private String cover(String title, String scope) {
        return OpenedBook.of(home, NIGHT, title, scope).sheets().get("概要").toString();
    }

    @Test
    void a_branch_is_told_of_its_own_vouchers_and_the_company_of_all() {
        home.sales(
                "sale-1.csv",
                "S1,1,SALE,2026-11-22,W001,P005,G001,2,10.00,,20.00,,,,",
                "S2,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,99.00,,,,");
        assertThat(nights.run(NIGHT).exitCode()).isIn(0, 4);
        assertThat(cover("销售日报", "华东")).contains("净销售额 ¥20.00；本月累计 ¥20.00", "数据已到齐，1 张退回凭证未结");
        assertThat(cover("销售日报", "华南")).contains("净销售额 ¥0.00", "数据齐全 ✓").doesNotContain("1 张退回凭证");
        assertThat(cover("销售日报", "测试公司")).contains("数据已到齐，1 张退回凭证未结");
    }

    @Test
    void what_was_expected_and_did_not_come_is_named() {
        home.write("jobs-config/feeds/stock_count.yml", """
                feed: stock_count
                source: {files: "stock_count-*.csv"}
                key: [count_no, line_no]
                expected: {daily: "22:00"}
                """);
        restart();
        home.sales("sale-1.csv", "S1,1,SALE,2026-11-22,W001,P005,G001,2,10.00,,20.00,,,,");
        assertThat(nights.run(NIGHT).exitCode()).isIn(0, 4);
        assertThat(cover("销售日报", "华东")).contains("数据不齐：1 项未到", "盘点");
    }
}
