package io.dayclose.target.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.OpenedBook;
import io.dayclose.testing.TestHome;
import org.junit.jupiter.api.Test;

/** Half of a November: own stores are given 3000 of which half is due, dealers nothing; both are paid 2 %. */
class ChannelProgressReportTest extends CompanyNights {
    private static final String DATE = "2026-11-15";

    @Override
    protected TestHome prepared(TestHome company) {
        company.reports()
                .feeds("target")
                .write(
                        "inbox/target-1.csv",
                        "period,metric,scope_kind,scope_code,value\n2026-11,net-amount,OUTLET,W001,3000\n");
        company.write(
                "inbox/dealer-1.csv",
                "dealer_code,name,branch_code,contract_from,contract_to\nD01,诚信,B02,2025-01-01,2027-12-31\n");
        company.write("inbox/outlet-1.csv", """
                outlet_code,name,branch_code,channel,dealer_code,opened_on
                W001,上海一店,B01,OWN,,2020-01-01
                W002,广州二店,B02,DEALER,D01,2020-01-01
                W003,杭州三店,B01,OWN,,2026-11-03
                """);
        company.plan(
                "own",
                "from: 2026-11-01, payee: seller, applies-to: {channel: OWN}, measure: net-amount, rate: {percent: 2}");
        company.plan(
                "dealers",
                "from: 2026-11-01, payee: dealer, applies-to: {channel: DEALER}, measure: net-amount, rate: {percent: 5}");
        return company.sales(
                "sale-1.csv",
                "S1,1,SALE,2025-11-15,W001,P005,G001,5,100.00,,500.00,,,,",
                "S2,1,SALE,2025-11-16,W001,P005,G001,1,100.00,,100.00,,,,",
                "S3,1,SALE,2026-10-15,W001,P005,G001,8,100.00,,800.00,,,,",
                "S4,1,SALE,2026-10-16,W001,P005,G001,1,100.00,,100.00,,,,",
                "S5,1,SALE,2026-11-02,W001,P005,G001,10,100.00,,1000.00,,,,",
                "S6,1,SALE,2026-11-03,W002,,G001,4,100.00,,400.00,,,,");
    }

    /** 1000 of the 1500 due; 800 and 500 on the same days before. 1000 ÷ 20 and 400 ÷ 20 of commission. */
    @Test
    void every_channel_s_revenue_pace_outlets_and_commission() {
        assertThat(nights.run(DATE).exitCode()).isZero();
        var book = OpenedBook.of(home, DATE, "渠道月进度", "测试公司");
        assertThat(book.cells("渠道", "渠道", "本月净销售额", "较上月同期", "较去年同期", "全月任务", "累计任务", "进度达成率", "差距"))
                .containsExactly("自有营业厅 1000 0.25 1 3000 1500 0.67 -500", "社会渠道 400 – – – – – –");
        assertThat(book.cells("渠道", "渠道", "在营网点", "活跃网点", "活跃率", "新增网点", "本月佣金", "本月过账", "佣金效率"))
                .containsExactly("自有营业厅 2 1 0.50 1 20 20 50", "社会渠道 1 1 1 0 20 20 20");
        assertThat(book.figure("本月净销售额")).isEqualTo("¥1,400.00");
        assertThat(book.figure("本月佣金")).isEqualTo("¥40.00");
        assertThat(book.figure("佣金效率")).isEqualTo("35.00");
    }
}
