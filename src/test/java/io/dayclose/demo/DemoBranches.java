package io.dayclose.demo;

import io.dayclose.money.Rounding;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.SplittableRandom;

/** What is known of the branches besides their sales: how content their customers are, and what they spend. */
final class DemoBranches {
    private static final List<String> CATEGORIES = List.of("房租", "水电", "工资", "促销", "差旅", "办公");
    private static final int[] USUAL = {68_000, 9_000, 185_000, 42_000, 12_000, 4_500};

    private final SplittableRandom random;
    private final DemoSpan span;

    DemoBranches(SplittableRandom random, DemoSpan span) {
        this.random = random;
        this.span = span;
    }

    void write(Path inbox) {
        span.endedMonths().forEach(month -> scores(month).writeCsv(inbox));
        for (var month : span.months()) {
            for (int b = 0; b < DemoPlaces.BRANCHES; b++) {
                expenses(b, month).writeWorkbook(inbox);
            }
        }
    }

    /** Of a hundred points, as the customers on the telephone gave them. */
    private DemoPaper scores(YearMonth month) {
        var paper = new DemoPaper("score-" + month + ".csv", "", "月份 指标 对象类型 对象编码 得分");
        for (int b = 0; b < DemoPlaces.BRANCHES; b++) {
            var points = BigDecimal.valueOf(720 + random.nextInt(240), 1);
            paper.add(month, "satisfaction", "BRANCH", DemoPlaces.branch(b), points);
        }
        if (month.equals(YearMonth.from(span.last()).minusMonths(1))) {
            DemoMistakes.scores(paper, month);
        }
        return paper;
    }

    /** Three entries of each kind in a month, of those that fall in the two months. */
    private DemoPaper expenses(int branch, YearMonth month) {
        var code = DemoPlaces.branch(branch);
        var paper = new DemoPaper(
                "expense-%s-%s.xlsx".formatted(code, month),
                DemoPlaces.branchName(branch) + " 费用明细",
                "单据号 日期 分公司编码 费用类别 金额");
        int n = 0;
        for (int c = 0; c < CATEGORIES.size(); c++) {
            for (int day = 5; day <= 25; day += 10) {
                var share = BigDecimal.valueOf(USUAL[c] * (80L + random.nextInt(40)) / 3, 2);
                var number = "FY%s-%s-%02d".formatted(code, month.toString().replace("-", ""), ++n);
                if (span.holds(month.atDay(day))) {
                    paper.add(
                            number,
                            month.atDay(day),
                            code,
                            CATEGORIES.get(c),
                            DemoPaper.typed(Rounding.toFen(share), n));
                }
            }
        }
        if (branch == 0 && month.equals(YearMonth.from(span.last()))) {
            DemoMistakes.expenses(paper, month);
        }
        return paper;
    }
}
