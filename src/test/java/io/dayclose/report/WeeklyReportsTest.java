package io.dayclose.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.OpenedBook;
import io.dayclose.testing.TestHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The week of 16 to 22 November beside the one before and 2025's, against figures worked out by hand. W002 is a dealer's outlet. */
class WeeklyReportsTest extends CompanyNights {
    private static final String DATE = "2026-11-22";

    @Override
    protected TestHome prepared(TestHome company) {
        company.reports().feeds("stock_movement", "target").write("inbox/product-1.csv", """
                product_code,name,category,manufacturer,standard_cost,serialised
                G001,数据线,配件,华光,6,N
                G002,手机甲,手机,明远,800,Y
                G003,充电器,配件,华光,30,N
                """);
        company.write(
                "inbox/dealer-1.csv",
                "dealer_code,name,branch_code,contract_from,contract_to\nD01,诚信,B02,2025-01-01,2027-12-31\n");
        company.write("inbox/stock_movement-1.csv", """
                movement_no,line_no,business_date,outlet_code,product_code,type,quantity,ownership
                M1,1,2025-11-01,W001,G001,RECEIVE,100,OWNED
                M2,1,2026-11-01,W002,G001,RECEIVE,3,OWNED
                M3,1,2026-11-01,W002,G003,RECEIVE,500,OWNED
                """);
        company.write(
                "inbox/target-1.csv",
                "period,metric,scope_kind,scope_code,value\n2026-11,net-amount,BRANCH,B01,3000\n2026-11,net-amount,OUTLET,W002,1500\n");
        company.write("jobs-config/recipients.yml", "scopes: {manufacturer: {华光: [sales@example.com]}}\n");
        return company.sales(
                "sale-1.csv",
                "S6,1,SALE,2025-11-23,W001,P005,G001,5,10.00,,50.00,,,,",
                "S7,1,SALE,2026-11-05,W002,,G002,1,1000.00,,1000.00,X1,,,",
                "S4,1,SALE,2026-11-10,W001,P005,G001,20,10.00,,200.00,,,,",
                "S5,1,SALE,2026-11-12,W002,,G003,1,50.00,,50.00,,,,",
                "S1,1,SALE,2026-11-17,W001,P005,G001,10,10.00,,100.00,,,,",
                "S2,1,SALE,2026-11-18,W002,,G001,4,10.00,,40.00,,,,",
                "S3,1,SALE,2026-11-20,W002,,G003,2,50.00,,100.00,,,,",
                "R1,1,RETURN,2026-11-21,W002,,G001,1,10.00,,10.00,,S2,1,");
    }

    @BeforeEach
    void runWeek() {
        assertThat(nights.run(DATE).exitCode()).isZero();
        assertThat(nights.job("weekly", DATE).exitCode()).isZero();
    }

    @Test
    void the_week_stands_beside_last_week_and_last_year() {
        var book = OpenedBook.of(home, DATE, "市场周报", "测试公司");
        assertThat(book.figure("本周净销售额")).isEqualTo("¥230.00");
        assertThat(book.figure("较上周")).isEqualTo("-8.0%");
        assertThat(book.figure("较去年同周")).isEqualTo("360.0%");
        assertThat(book.figure("退货率")).isEqualTo("4.2%");
        assertThat(book.figure("本月累计")).isEqualTo("¥1,480.00");
        assertThat(book.cells("本周", "星期", "净销售额", "上周同日", "较上周", "去年同周", "较去年"))
                .containsExactly(
                        "周一 0 0 – 0 –",
                        "周二 100 200 -0.50 0 –",
                        "周三 40 0 – 0 –",
                        "周四 0 50 -1 0 –",
                        "周五 100 0 – 0 –",
                        "周六 -10 0 – 0 –",
                        "周日 0 0 – 50 -1");
        assertThat(book.cells("分公司与渠道", "分公司", "渠道", "本周净销售额", "上周", "较上周", "去年同周", "占比", "退货率", "动销网点"))
                .containsExactly("华东 自有营业厅 100 200 -0.50 50 0.43 0 1", "华南 社会渠道 130 50 1.60 0 0.57 0.07 1");
    }

    @Test
    void what_moved_what_came_back_what_stock_is_at_risk_and_how_the_month_may_end() {
        var book = OpenedBook.of(home, DATE, "市场周报", "测试公司");
        assertThat(book.cells("升降榜", "类别", "升降", "名次", "编码", "本周净销售额", "上周", "增减额"))
                .containsExactly(
                        "网点 上升 1 W002 130 50 80",
                        "网点 下降 1 W001 100 200 -100",
                        "商品 上升 1 G003 100 50 50",
                        "商品 下降 1 G001 130 200 -70");
        assertThat(book.cells("退货", "商品编码", "退货量", "退货额", "本周销售额", "退货率", "上周退货额"))
                .containsExactly("G001 1 10 140 0.07 0");
        assertThat(book.cells("库存风险", "商品编码", "库存状态", "全国库存", "可销天数", "缺货网点", "铺货网点", "缺货日均损失", "库存金额（成本）"))
                .containsExactly(
                        "G002 负库存 -1 – 1 1 35.71 -800",
                        "G001 正常 65 55.15 1 2 1.07 390",
                        "G003 偏高 497 4638.67 0 1 0 14910");
        assertThat(book.cells("预测", "范围", "编码", "全月任务", "累计任务", "本月累计", "进度达成率"))
                .containsExactly("分公司 B01 3000 2200 300 0.14", "分公司 B02 1500 1100 1180 1.07");
    }

    @Test
    void each_manufacturer_gets_what_dealers_sold_and_hold_of_its_own() {
        var book = OpenedBook.of(home, DATE, "厂家销售表", "华光");
        assertThat(book.figure("近7天净销量")).isEqualTo("5");
        assertThat(book.figure("较前7天")).isEqualTo("400.0%");
        assertThat(book.figure("代理商库存")).isEqualTo("497");
        assertThat(book.cells(
                        "代理商", "代理商编码", "代理商", "分公司", "商品编码", "近7天净销量", "其中退货", "近7天净销售额", "较前7天", "本月净销量", "本月净销售额",
                        "库存", "库存状态"))
                .containsExactly("D01 诚信 华南 G001 3 1 30 – 3 30 0 缺货", "D01 诚信 华南 G003 2 0 100 1 3 150 497 偏高");
        assertThat(book.cells("近8周", "销量", "退货量", "净销售额", "动销代理商"))
                .endsWith("1 0 50 1", "6 1 130 1")
                .hasSize(8);
        assertThat(OpenedBook.of(home, DATE, "厂家销售表", "明远").cells("代理商", "商品编码", "本月净销量", "库存"))
                .containsExactly("G002 1 -1");
    }

    @Test
    void a_mail_shows_pieces_as_pieces() {
        assertThat(rows("SELECT html FROM outbox WHERE scope_code = '华光'").get(0))
                .contains(">5</", "<table width=\"100%\" style=\"border-collapse:collapse\"><tr><td style=\"background")
                .doesNotContain("¥5<", "¥0<");
    }

    @Test
    void who_was_told_hears_it_when_nothing_is_left() {
        home.write(
                "inbox/sale-2.csv",
                TestHome.SALE_HEADER + "S7,1,SALE,2026-11-05,W002,,G002,1,1000.00,,1000.00,X1,,,Y\n");
        nights.again(DATE, "cancelled");
        nights.job("weekly", DATE, "cancelled");
        assertThat(rows("SELECT scope_code, revision FROM outbox WHERE report = 'manufacturer-sales' ORDER BY 1, 2"))
                .containsExactly("华光 0", "明远 0", "明远 1");
    }

    @Test
    void a_manufacturer_without_an_address_is_told_and_not_dropped() {
        assertThat(
                        rows(
                                "SELECT o.scope_code, m.recipient FROM outbox o JOIN outbox_mail m ON m.outbox_id = o.outbox_id WHERE o.scope_kind = 'manufacturer' ORDER BY 1"))
                .containsExactly("华光 sales@example.com", "明远 ");
        assertThat(nights.notices())
                .contains(
                        "report manufacturer-sales: 厂家销售表 of 明远 has nobody to send to; write its addresses into recipients.yml under scopes, manufacturer, 明远 [DC-508]");
    }
}
