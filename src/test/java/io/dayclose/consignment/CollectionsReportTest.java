package io.dayclose.consignment;

import static io.dayclose.consignment.FeedRow.parcel;
import static io.dayclose.consignment.GoldenCycle.AS_OF;
import static io.dayclose.consignment.GoldenCycle.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.OpenedBook;
import io.dayclose.text.Language;
import io.dayclose.text.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook of the golden mini-cycle, read back: the cycle before is closed between the two nights. */
class CollectionsReportTest {
    private static final String BREAKS = "差异";

    /** A dealer of the first branch; all others of the company are the second one's. */
    private static final String ELSEWHERE = "D20";

    @TempDir
    private static Path folder;

    private static CarrierCompany company;
    private static Map<String, List<List<String>>> book;

    @BeforeAll
    static void run_the_cycle() {
        company = GoldenCycle.company(folder);
        company.start();
        night(OPENING);
        company.change("INSERT INTO closed_cycle (debtor, cycle, cycle_from, cycle_to, closed_as_of)"
                + " VALUES ('SF', '2026-10-H2', '2026-10-16', '2026-10-31', '2026-11-23')");
        night(AS_OF);
        book = book(company, AS_OF, "测试公司");
    }

    private static void night(String date) {
        company.deliver(date);
        assertThat(company.nights().run(date).problems()).isEmpty();
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    private static Map<String, List<List<String>>> book(CarrierCompany of, String date, String scope) {
        return OpenedBook.of(of.home(), date, "回款与代收对账", scope).sheets();
    }

    /** The cells of some columns, row by row, joined by a blank; amounts with two places. */
    private static List<String> cells(Map<String, List<List<String>>> of, String sheet, String... titles) {
        var rows = of.get(sheet);
        var header = rows.get(0);
        var texts = new ArrayList<String>();
        for (var row : rows.subList(1, rows.size())) {
            if (!row.get(0).equals("合计")) {
                texts.add(String.join(
                        " ",
                        Stream.of(titles)
                                .map(title -> text(row, header.indexOf(title)))
                                .toList()));
            }
        }
        return texts;
    }

    private static String text(List<String> row, int column) {
        assertThat(column).isNotNegative();
        var text = column < row.size() ? row.get(column) : "";
        return text.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?")
                ? new BigDecimal(text).setScale(2, RoundingMode.HALF_UP).toPlainString()
                : text;
    }

    private static String figure(String title) {
        return new OpenedBook(book).figure(title);
    }

    @Test
    void the_roll_forward_of_the_cycle_is_the_equation_of_the_text() {
        var parts = new String[] {"期初", "新增", "调整", "对账行", "挂账转入", "容差", "核销", "冲回", "转应退"};
        assertThat(cells(book, "滚动表", "账期", "状态", "期初", "新增", "调整", "对账行", "挂账转入", "容差", "期末"))
                .containsExactly(
                        "2026-10-H2 已结 0.00 1000.00 0.00 -600.00 0.00 0.00 400.00",
                        "2026-11-H1 未结 400.00 11200.00 -2000.00 -7299.60 -250.00 -0.40 2050.00");
        for (int row = 0; row < 2; row++) {
            var sum = Stream.of(cells(book, "滚动表", parts).get(row).split(" "))
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum.toPlainString()).isEqualTo(cells(book, "滚动表", "期末").get(row));
        }
    }

    @Test
    void page_one_says_how_much_is_open_and_how_much_matched_by_itself() {
        assertThat(figure("未结差异")).isEqualTo("7");
        assertThat(figure("差异金额")).isEqualTo("¥4,673.65");
        assertThat(figure("应收未结")).isEqualTo("¥2,050.00");
        assertThat(figure("逾期未收")).isEqualTo("¥2,050.00");
        assertThat(figure("挂账余额")).isEqualTo("¥1,620.00");
        assertThat(figure("最久挂账（天）")).isEqualTo("0");
        assertThat(figure("本期容差")).isEqualTo("¥0.40");
        assertThat(figure("本期自动匹配（笔数）")).as("8 of 11").isEqualTo("72.7%");
        assertThat(figure("本期自动匹配（金额）")).as("7299.60 of 8919.60").isEqualTo("81.8%");
        assertThat(figure("对账单 已到 / 应到")).isEqualTo("2 / 2");
        assertThat(figure("隔离的对账单")).isEqualTo("0");
        assertThat(figure("当晚中断的来源")).isEqualTo("–");
    }

    @Test
    void page_one_says_by_which_pass_lines_matched_and_how_soon_the_money_came() {
        assertThat(figure("其中 单号金额相符")).as("3050 of 8919.60").isEqualTo("34.2%");
        assertThat(figure("其中 同单号")).as("1749.60 of 8919.60").isEqualTo("19.6%");
        assertThat(figure("其中 别名")).isEqualTo("0.0%");
        assertThat(figure("其中 批次")).as("2500 of 8919.60").isEqualTo("28.0%");
        assertThat(figure("按期到账率（近三月）")).as("8889.19 of 9736.64").isEqualTo("SF 91.3%");
        assertThat(figure("签收至到账（中位天数）")).isEqualTo("15");
    }

    @Test
    void every_break_stands_there_with_its_age_its_reason_and_two_empty_columns_to_fill_in() {
        assertThat(cells(book, BREAKS, "账龄", "类型", "单号", "金额"))
                .containsExactlyInAnyOrder(
                        "1–7 天 未回款 W07 2000.00",
                        "1–7 天 短款 W09 50.00",
                        "1–7 天 退货未入库 W11 1000.00",
                        "当日 拒收仍代收 W06 700.00",
                        "当日 重复行 W10 600.00",
                        "当日 运单未知 X2 320.00",
                        "当日 手续费不符 W12 3.65");
        var header = book.get(BREAKS).get(0);
        assertThat(header.subList(header.size() - 4, header.size())).containsExactly("差异编号", "版本", "决定", "原因");
        assertThat(cells(book, BREAKS, "决定", "原因")).containsOnly(" ");
        assertThat(book.get(BREAKS).stream().map(row -> row.get(header.indexOf("差异编号"))))
                .contains("NOT_REMITTED:SF:W07", "DUPLICATE_LINE:SF:W10");
    }

    @Test
    void the_version_of_a_break_counts_what_has_happened_to_it() {
        var header = book.get(BREAKS).get(0);
        var versions = book.get(BREAKS).stream()
                .filter(row -> row.contains("NOT_REMITTED:SF:W07"))
                .map(row -> row.get(header.indexOf("版本")));
        assertThat(versions)
                .containsExactlyElementsOf(
                        company.nights()
                                .rows(
                                        "SELECT COUNT(*) FROM break_event JOIN break_item USING (break_id) WHERE break_key = 'NOT_REMITTED:SF:W07'"));
    }

    @Test
    void suspense_statements_fees_and_tolerance_are_those_of_the_text() {
        assertThat(cells(book, "挂账", "来源", "单号", "原因", "金额"))
                .containsExactly(
                        "SF-2026-11-H1/5 W06 拒收仍代收 700.00",
                        "SF-2026-11-H1/9 W10 重复行 600.00",
                        "SF-2026-11-H1/11 X2 运单未知 320.00");
        assertThat(cells(book, "对账单", "对账单号", "状态", "行数", "代收金额", "手续费", "净额", "银行到账", "到账差额"))
                .containsExactly(
                        "SF-2026-11-H1 已到账 11.00 8919.60 30.41 8889.19 8889.19 0.00",
                        "SF-2026-10-H2 已到账 2.00 850.00 2.55 847.45 847.45 0.00");
        assertThat(cells(book, "手续费", "对账单号", "手续费", "不符笔数", "不符金额"))
                .containsExactly("SF-2026-11-H1 30.41 1.00 3.65", "SF-2026-10-H2 2.55 0.00 0.00");
        assertThat(cells(book, "手续费差异", "单号", "代收金额", "收取", "差额")).containsExactly("W12 450.00 5.00 3.65");
        assertThat(cells(book, "容差", "对账单号", "笔数", "短款", "较上一份"))
                .containsExactly("SF-2026-10-H2 0.00 0.00 ", "SF-2026-11-H1 1.00 0.40 0.40");
    }

    @Test
    void what_another_cycle_s_statement_has_paid_is_a_remark() {
        assertThat(cells(book, "跨期与宽限", "说明", "运单", "金额", "所属账期", "对账单号"))
                .containsExactly("跨期 W00 400.00 2026-10-H2 SF-2026-11-H1");
    }

    @Test
    void an_old_date_is_told_again_as_it_was() {
        company.again(OPENING, "to see it again");
        var before = book(company, OPENING, "测试公司");
        assertThat(cells(before, BREAKS, "类型", "单号", "金额"))
                .containsExactlyInAnyOrder("短款 W00 400.00", "运单未知 X1 250.00");
        assertThat(cells(before, "滚动表", "账期", "期末")).containsExactly("2026-10-H2 400.00");
        assertThat(cells(before, "挂账", "单号", "金额")).containsExactly("X1 250.00");
    }

    @Test
    void every_kind_of_break_has_a_name_in_both_languages() {
        assertThat(BreakType.values())
                .allMatch(type -> Texts.of(Language.ZH).has("break." + type)
                        && Texts.of(Language.EN).has("break." + type));
        assertThat(Stream.of(
                        SuspenseReason.UNMATCHED,
                        SuspenseReason.PROPOSED,
                        SuspenseReason.CREDIT,
                        SuspenseReason.UNPLACED))
                .allMatch(reason -> Texts.of(Language.ZH).has("break." + reason));
    }

    @Test
    void a_branch_sees_its_own_dealers_and_nothing_of_the_others(@TempDir Path other) {
        try (var two = new CarrierCompany(other).agreement("SF")) {
            two.home()
                    .reports()
                    .write(
                            "inbox/dealer-3.csv",
                            "dealer_code,name,branch_code,contract_from,contract_to\nD20,东华,B01,2026-01-01,\n");
            two.before(AS_OF)
                    .parcels(
                            parcel("SF", "W1", "1000.00"),
                            parcel("SF", "W2", "900.00").with("dealer_code", ELSEWHERE))
                    .parcels(
                            parcel("SF", "W3", "70.00"),
                            parcel("SF", "W4", "80.00").with("dealer_code", ELSEWHERE))
                    .paid(WrittenStatement.of(
                            "SF",
                            "SF-1",
                            FeedRow.collect("W3", "60.00", "0.18"),
                            FeedRow.collect("W4", "90.00", "0.27"),
                            FeedRow.collect("X", "5.00", "0.02")));
            two.run();
            var south = book(two, AS_OF, "华南");
            var east = book(two, AS_OF, "华东");
            assertThat(cells(south, BREAKS, "类型", "单号", "代理商")).containsExactlyInAnyOrder("未回款 W1 长青", "短款 W3 长青");
            assertThat(cells(east, BREAKS, "类型", "单号", "代理商")).containsExactlyInAnyOrder("未回款 W2 东华", "长款 W4 东华");
            assertThat(east).as("a carrier's papers are the company's").doesNotContainKeys("滚动表", "对账单", "手续费", "容差");
            assertThat(east.toString()).doesNotContain("W1,", "W3,", "长青", "D09");
            assertThat(south.toString()).doesNotContain("W2,", "W4,", "东华", "D20");
            assertThat(south.toString() + east).doesNotContain("UNKNOWN_WAYBILL");
            assertThat(cells(book(two, AS_OF, "测试公司"), BREAKS, "单号"))
                    .containsExactlyInAnyOrder("W1", "W2", "W3", "W4", "X");
        }
    }
}
