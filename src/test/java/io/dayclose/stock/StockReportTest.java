package io.dayclose.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.app.Engine;
import io.dayclose.target.metric.MetricStore;
import io.dayclose.testing.Nights;
import io.dayclose.testing.OpenedBook;
import io.dayclose.testing.TestDatabase;
import io.dayclose.testing.TestHome;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workbook of a November, against figures worked out by hand: W001 and W003 are the east's, W002 is a dealer's in the south. The days
 * of stock look back to 3 November.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StockReportTest {
    private static final String DATE = "2026-11-30";

    private TestHome home;
    private Engine engine;
    private Nights nights;
    private OpenedBook book;

    @BeforeAll
    void november(@TempDir Path folder) {
        home = new TestHome(folder)
                .smallCompany()
                .reports()
                .feeds("stock_movement", "stock_count", "stock_declared", "target");
        master();
        movements();
        sales();
        home.write(
                "inbox/stock_count-1.csv",
                "count_no,line_no,counted_at,outlet_code,product_code,quantity,counted_by\n"
                        + "C1,1,2026-11-25 12:00:00,W001,G001,26,王芳\nC2,1,2026-11-28 09:00:00,W003,G001,7,王芳\nC3,1,2026-11-29 09:00:00,W001,K001,11,周军\n");
        home.write(
                "inbox/stock_declared-1.csv",
                "outlet_code,product_code,as_of,quantity\nW002,G001,2026-11-11,15\nW002,G001,2026-11-30,10\n");
        home.write(
                "inbox/target-1.csv",
                "period,metric,scope_kind,scope_code,value\n2026-11,gift-plan,OUTLET,W001,10\n2026-11,gift-plan,BRANCH,B01,20\n");
        engine = home.engine(TestDatabase.fresh());
        nights = new Nights(engine);
        night(DATE);
        book = OpenedBook.of(home, DATE, "进销存", "测试公司");
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    private void night(String date) {
        var result = nights.run(date);
        assertThat(result.exitCode()).as("%s", result.problems()).isZero();
    }

    private void master() {
        home.write(
                "inbox/dealer-1.csv",
                "dealer_code,name,branch_code,contract_from,contract_to\nD01,诚信,B02,2026-01-01,2027-12-31\n");
        home.write("inbox/outlet-1.csv", """
                outlet_code,name,branch_code,channel,dealer_code,opened_on
                W001,上海一店,B01,OWN,,2020-01-01
                W002,广州二店,B02,DEALER,D01,2020-01-01
                W003,杭州三店,B01,CAMPUS,,2020-01-01
                """);
        home.write("inbox/product-1.csv", """
                product_code,name,category,serialised,standard_cost,shelf_life_days,kind
                G001,手机甲,手机,N,1000,,GOODS
                G003,电池,配件,N,5,300,
                G004,旧壳,配件,N,20,,GOODS
                K001,雨伞,赠品,N,2,,GIFT
                K002,充值卡,卡,N,40,,VALUE_CARD
                """);
    }

    private void movements() {
        home.write("inbox/stock_movement-1.csv", """
                movement_no,line_no,business_date,outlet_code,product_code,type,quantity,ownership,batch_no,produced_on,reference
                M01,1,2026-10-20,W001,G001,ADJUST,50,,,,
                M02,1,2026-11-15,W001,G001,RECEIVE,28,,,,
                M03,1,2026-10-01,W003,G001,RECEIVE,10,,,,
                M04,1,2026-11-10,W003,G001,DAMAGE,1,,,,
                M05,1,2026-05-01,W003,G004,RECEIVE,3,,,,
                M06,1,2026-08-20,W003,G004,RECEIVE,2,,,,
                M07,1,2026-11-02,W002,G001,RECEIVE,10,CONSIGNED,,,
                M08,1,2026-11-02,W002,G001,ADJUST,5,,,,
                M09,1,2026-11-01,W001,G003,RECEIVE,10,,A,2026-03-05,
                M09,2,2026-11-01,W001,G003,RECEIVE,20,,B,2026-05-14,
                M09,3,2026-11-01,W001,G003,RECEIVE,30,,C,2026-05-15,
                M09,4,2026-11-01,W001,G003,RECEIVE,1,,D,2026-02-02,
                M10,1,2026-11-02,W001,K001,RECEIVE,20,,,,
                M11,1,2026-11-05,W001,K001,GIFT_OUT,5,,,,D02
                M12,1,2026-11-08,W001,K001,GIFT_OUT,3,,,,
                M13,1,2026-11-02,W001,K002,RECEIVE,10,,,,
                """);
    }

    private void sales() {
        home.sales(
                "sale-1.csv",
                "D01,1,SALE,2026-10-25,W001,P005,G001,10,1500,,15000,,,,",
                "D02,1,SALE,2026-11-05,W001,P005,G001,20,1500,,30000,,,,",
                "D03,1,SALE,2026-11-08,W001,P005,G001,20,1500,,30000,,,,",
                "D04,1,SALE,2026-11-20,W001,P005,G001,4,1500,,6000,,,,",
                "D05,1,RETURN,2026-11-21,W001,P005,G001,2,1500,,3000,,D04,1,",
                "D06,1,SALE,2026-11-01,W003,,G001,1,1500,,1500,,,,",
                "D07,1,SALE,2026-09-15,W003,,G004,1,30,,30,,,,",
                "D08,1,SALE,2026-11-12,W002,,G001,4,1500,,6000,,,,",
                "D09,1,SALE,2026-11-09,W001,P005,K002,4,50,,200,,,,");
    }

    /** W001 sold a net 42 phones since the 3rd: 1.5 a day, and 26 last 17 days; W002 sold 4, and 11 last 77. */
    @Test
    void every_product_of_every_outlet_from_opening_to_closing() {
        assertThat(book.cells("进销存", "网点编码", "商品编码", "月初", "进货", "销售", "退货", "其他入库", "其他出库", "结存", "其中代销"))
                .containsExactly(
                        "W001 G001 40 28 44 2 0 0 26 0",
                        "W001 G003 0 61 0 0 0 0 61 0",
                        "W001 K001 0 20 0 0 0 9 11 0",
                        "W001 K002 0 10 4 0 0 0 6 0",
                        "W002 G001 0 10 4 0 5 0 11 6",
                        "W003 G001 10 0 1 0 0 2 7 0",
                        "W003 G004 4 0 0 0 0 0 4 0");
        assertThat(book.cells("进销存", "网点编码", "商品编码", "日均销量（28天）", "可销天数", "库存状态", "库存金额（成本）"))
                .containsExactly(
                        "W001 G001 1.50 17.33 正常 26000",
                        "W001 G003 – – 无销售 305",
                        "W001 K001 – – 无销售 22",
                        "W001 K002 0.14 42 正常 240",
                        "W002 G001 0.14 77 偏高 11000",
                        "W003 G001 – – 无销售 7000",
                        "W003 G004 – – 无销售 80");
    }

    @Test
    void page_one_adds_it_up() {
        assertThat(book.figure("库存件数")).isEqualTo("126");
        assertThat(book.figure("库存金额（成本）")).isEqualTo("¥44,647.00");
        assertThat(book.figure("可销天数")).as("109 × 28 ÷ 46: goods only").isEqualTo("66.35");
        assertThat(book.figure("缺货品种")).isEqualTo("0");
        assertThat(book.figure("呆滞金额")).isEqualTo("¥80.00");
        assertThat(book.figure("本月盘点行")).isEqualTo("3");
        assertThat(book.figure("其中不符")).isEqualTo("2");
    }

    /** On the 11th W002 had its 15; since then it has sold 4 and declares one less than that leaves. */
    @Test
    void what_was_declared_and_counted_stands_beside_what_was_calculated_also_where_it_agrees() {
        assertThat(book.cells("申报与盘点", "来源", "日期", "网点编码", "商品编码", "账面", "申报 / 实盘", "差异", "结果", "差异金额（成本）"))
                .containsExactly(
                        "盘点 46355 W001 K001 12 11 -1 少 -2",
                        "盘点 46354 W003 G001 8 7 -1 少 -1000",
                        "盘点 46351 W001 G001 26 26 0 相符 0",
                        "申报 46356 W002 G001 11 10 -1 少 -1000",
                        "申报 46337 W002 G001 15 15 0 相符 0");
    }

    /** 78 200, 6 000 and 1 530 of 85 730: the first crosses 80 %, the second 95 %. */
    @Test
    void key_outlets_are_the_first_that_make_four_fifths_of_ninety_days() {
        assertThat(book.cells("重点网点", "名次", "网点编码", "等级", "净销售额（90天）", "销售占比", "累计占比"))
                .containsExactly("1 W001 A 78200 0.91 0.91", "2 W002 B 6000 0.07 0.98", "3 W003 C 1530 0.02 1");
        assertThat(book.cells("重点网点", "网点编码", "库存金额（成本）", "库存占比", "缺货天数（品种×天）", "损失销量"))
                .containsExactly("W001 26567 0.60 6 9", "W002 11000 0.25 0 0", "W003 7080 0.16 0 0");
    }

    /** Sold out on the 8th, goods on the 15th: the 9th to the 14th had none. 1.5 a day at 1 500 each. */
    @Test
    void days_without_stock_and_what_they_have_cost() {
        assertThat(book.cells("缺货", "网点", "商品", "当前库存", "日均销量（28天）", "本月缺货天数", "损失销量", "损失销售额"))
                .containsExactly("上海一店 手机甲 26 1.50 6 9 13500");
    }

    /** The return of the 21st came back to goods of the 15th; what W003 has sold of its old ones was the oldest. */
    @Test
    void ages_add_up_to_what_is_there_and_what_nobody_buys_is_dead() {
        var days = new String[] {"网点编码", "商品编码", "结存", "0–30 天", "31–60 天", "61–90 天", "91–180 天", "180 天以上", "负库存"};
        assertThat(book.cells("库龄与呆滞", days))
                .containsExactlyInAnyOrder(
                        "W001 G001 26 26 0 0 0 0 0",
                        "W001 G003 61 61 0 0 0 0 0",
                        "W001 K001 11 11 0 0 0 0 0",
                        "W001 K002 6 6 0 0 0 0 0",
                        "W002 G001 11 11 0 0 0 0 0",
                        "W003 G001 7 0 7 0 0 0 0",
                        "W003 G004 4 0 0 0 2 2 0");
        assertThat(book.cells("库龄与呆滞", "商品编码", "最久（天）", "状态", "其中 90 天以上"))
                .startsWith("G004 213 呆滞 80", "G001 60 正常 0");
    }

    /** 300 days of life: A ends on 30 December, B on 10 March, C a day later, D ended yesterday. */
    @Test
    void a_batch_is_told_at_thirty_days_and_at_a_third_of_its_life() {
        assertThat(book.cells("保质期", "批号", "数量", "剩余天数", "状态"))
                .containsExactly("D 1 -1 已过期", "A 10 30 剩余不足 30 天", "B 20 100 剩余不足三分之一", "C 30 101 正常");
    }

    /** 5 umbrellas went with sale D02, 3 with none; with 4 cards sold that is 12 of the 10 planned. */
    @Test
    void gifts_cards_and_material_against_their_plan_and_their_sales() {
        assertThat(book.cells(
                        "赠品卡类物料", "商品编码", "类别", "月初", "领用", "使用", "结存", "实盘", "盘亏", "无销售单的使用", "网点合计使用", "网点计划", "标记"))
                .containsExactly("K001 赠品 0 20 8 11 11 1 3 12 10 超计划且无销售单", "K002 充值卡 0 10 4 6 – 0 0 12 10 超计划");
        assertThat(book.cells("赠品计划", "对象", "编码", "计划", "使用", "剩余", "使用率"))
                .containsExactly("分公司 B01 20 12 8 0.60", "网点 W001 10 12 -2 1.20");
    }

    @Test
    void a_branch_sees_its_own_outlets_and_nothing_of_the_others() {
        var south = OpenedBook.of(home, DATE, "进销存", "华南");
        assertThat(south.cells("进销存", "网点编码", "结存")).containsExactly("W002 11");
        assertThat(south.cells("重点网点", "网点编码", "等级", "销售占比")).containsExactly("W002 A 1");
        assertThat(south.cells("申报与盘点", "网点编码")).containsOnly("W002");
        assertThat(south.cells("赠品计划", "编码")).isEmpty();
        assertThat(south.figure("库存件数")).isEqualTo("11");
        assertThat(south.sheets().toString()).doesNotContain("W001", "W003", "上海", "杭州", "华东");
        var east = OpenedBook.of(home, DATE, "进销存", "华东");
        assertThat(east.sheets().toString()).contains("W001", "W003").doesNotContain("W002", "广州", "华南", "诚信");
    }

    @Test
    void the_metrics_say_the_same() {
        assertThat(values("stock-days"))
                .isEqualTo("COMPANY 66.3478, B01 65.3333, B02 77.0000, W001 58.0000, W002 77.0000, D01 77.0000");
        assertThat(values("dead-stock-value")).isEqualTo("COMPANY 80.0000, B01 80.0000, W003 80.0000");
        assertThat(values("gift-plan")).isEqualTo("COMPANY 12.0000, B01 12.0000, W001 12.0000");
    }

    private String values(String metric) {
        return new MetricStore(engine.work().jdbc(), home.home())
                .values(metric, LocalDate.parse("2026-11-01"), LocalDate.parse(DATE)).values().entrySet().stream()
                        .map(each ->
                                each.getKey().code() + " " + each.getValue().setScale(4, RoundingMode.HALF_UP))
                        .collect(Collectors.joining(", "));
    }

    /** What December sells changes nothing of November's workbooks: made again they are the same, so nobody gets a revision. */
    @Test
    void an_old_date_is_told_again_as_it_was() {
        home.sales("sale-2.csv", "E01,1,SALE,2026-12-01,W001,P005,G001,26,1500,,39000,,,,");
        home.write(
                "inbox/stock_movement-2.csv",
                "movement_no,line_no,business_date,outlet_code,product_code,type,quantity,ownership,batch_no\nN01,1,2026-12-01,W003,G004,RETURN_TO_US,4,,\nN02,1,2026-12-01,W001,G003,RETURN_TO_US,61,,\n");
        night("2026-12-01");
        nights.again(DATE, "to see it again");
        assertThat(nights.rows("SELECT scope_code, revision FROM outbox WHERE report = 'stock' AND business_date = '"
                        + DATE + "' ORDER BY 1, 2"))
                .containsExactly("B01 0", "B02 0", "COMPANY 0");
        var december = OpenedBook.of(home, "2026-12-01", "进销存", "测试公司");
        assertThat(december.cells("进销存", "网点编码", "商品编码", "月初", "结存", "库存状态"))
                .contains("W001 G001 26 0 缺货", "W003 G004 4 0 缺货");
        assertThat(december.figure("缺货品种")).isEqualTo("1");
    }
}
