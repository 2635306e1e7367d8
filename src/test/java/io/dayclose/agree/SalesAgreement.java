package io.dayclose.agree;

import io.dayclose.agree.Books.Book;
import io.dayclose.calendar.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Figures of sales, stock and targets: the same wherever they stand. */
final class SalesAgreement extends Compared {
    SalesAgreement(Books books, String company, JdbcTemplate jdbc) {
        super(books, company, jdbc);
    }

    @Override
    List<String> differences() {
        books.book("销售日报", company).ifPresent(this::sales);
        books.others("销售日报", company).forEach(this::salesOfOne);
        books.book("市场周报", company).ifPresent(this::week);
        books.book("渠道月进度", company).ifPresent(this::channels);
        books.book("进销存", company).ifPresent(this::stock);
        books.others("进销存", company).forEach(this::stockOfOne);
        books.others("每人每日任务", "").forEach(this::people);
        books.others("厂家销售表", "").forEach(this::manufacturer);
        books.others("退回凭证", "").forEach(this::returned);
        return super.differences();
    }

    private void returned(Book book) {
        var open = book.count("退回清单", row -> row.get("结果").equals("退回"));
        same(book.name() + " 待更正", figure(book, "待更正"), Optional.of(open));
    }

    private void sales(Book book) {
        salesOfOne(book);
        for (var figure : List.of("净销售额", "销售总额", "退货额", "单数", "动销网点", "本月累计")) {
            same("销售日报 " + figure, figure(book, figure), branches("销售日报", figure));
        }
    }

    private void salesOfOne(Book book) {
        Predicate<Map<String, String>> today = row -> row.get("日期").equals(String.valueOf(excel(date)));
        same(
                book.name() + " 净销售额",
                figure(book, "净销售额"),
                sum(book, "网点", "净销售额"),
                sum(book, "人员", "净销售额"),
                sum(book, "品类", "净销售额"),
                Optional.of(book.sum("近30天", "净销售额", today)));
        same(
                book.name() + " 退货额",
                figure(book, "退货额"),
                sum(book, "网点", "退货额"),
                sum(book, "品类", "退货额"),
                sum(book, "退货", "退货额"),
                Optional.of(book.sum("近30天", "退货额", today)));
        same(book.name() + " 单数", figure(book, "单数"), sum(book, "网点", "单数"));
        same(book.name() + " 净数量", sum(book, "网点", "净数量"), sum(book, "人员", "净数量"), sum(book, "品类", "净数量"));
        same(
                book.name() + " 本月累计",
                figure(book, "本月累计"),
                sum(book, "网点", "本月累计"),
                sum(book, "人员", "本月累计"),
                sum(book, "品类", "本月累计"));
    }

    private static long excel(LocalDate day) {
        return day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
    }

    private void week(Book book) {
        same("周报 净销售额", figure(book, "本周净销售额"), sum(book, "本周", "净销售额"), sum(book, "分公司与渠道", "本周净销售额"));
        same("周报 退货额", figure(book, "退货额"), sum(book, "本周", "退货额"), sum(book, "分公司与渠道", "退货额"), sum(book, "退货", "退货额"));
        same("周报 上周", sum(book, "本周", "上周同日"), sum(book, "分公司与渠道", "上周"));
        same("周报 去年同周", sum(book, "本周", "去年同周"), sum(book, "分公司与渠道", "去年同周"));
        books.book("销售日报", company).ifPresent(daily -> same("周报 日报", figure(book, "本月累计"), figure(daily, "本月累计")));
        books.book("进销存", company).ifPresent(stock -> {
            same("周报 缺货", sum(book, "库存风险", "缺货网点"), figure(stock, "缺货品种"));
            var value = byKey(stock.rows("进销存"), "商品编码", "库存金额（成本）");
            var pieces = byKey(stock.rows("进销存"), "商品编码", "结存");
            for (var row : book.rows("库存风险")) {
                var product = row.get("商品编码");
                same("周报 库存金额 " + product, Books.number(row.get("库存金额（成本）")), Optional.ofNullable(value.get(product)));
                same("周报 库存 " + product, Books.number(row.get("全国库存")), Optional.ofNullable(pieces.get(product)));
            }
        });
        Predicate<Map<String, String>> whole = row -> row.get("范围").equals("公司");
        if (book.rows("预测").stream().anyMatch(whole) && book.rows("预测").size() > 1) {
            for (var column : List.of("全月任务", "累计任务", "本月累计", "全月预测")) {
                same(
                        "周报 预测 " + column,
                        Optional.of(book.sum("预测", column, whole)),
                        Optional.of(book.sum("预测", column, whole.negate())),
                        books.book("渠道月进度", company).flatMap(channels -> switch (column) {
                            case "全月任务", "累计任务", "全月预测" -> sum(channels, "渠道", column);
                            default -> Optional.empty();
                        }));
            }
        }
    }

    private static Map<String, BigDecimal> byKey(List<Map<String, String>> rows, String key, String column) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        rows.forEach(row ->
                Books.number(row.get(column)).ifPresent(value -> sums.merge(row.get(key), value, BigDecimal::add)));
        return sums;
    }

    private void channels(Book book) {
        var daily = books.book("销售日报", company);
        same("渠道 净销售额", figure(book, "本月净销售额"), sum(book, "渠道", "本月净销售额"), daily.flatMap(each -> figure(each, "本月累计")));
        same(
                "渠道 佣金",
                figure(book, "本月佣金"),
                sum(book, "渠道", "本月佣金"),
                books.book("佣金计提", company).flatMap(each -> figure(each, "本月计提")),
                shown("commission", month(), "earned", row -> true));
        same("渠道 过账", sum(book, "渠道", "本月过账"), ledger(this::isOfMonth));
        var targets = rows("targets", new DateSpan(date, date)).stream()
                .filter(row -> row.get("metric").equals("net-amount")
                        && row.get("scope_kind").equals("COMPANY"))
                .toList();
        if (!targets.isEmpty()) {
            same(
                    "渠道 预测",
                    figure(book, "全月预测"),
                    sum(book, "渠道", "全月预测"),
                    Books.number(targets.get(0).get("forecast")));
            same("渠道 累计任务", sum(book, "渠道", "累计任务"), Books.number(targets.get(0).get("mtd_target")));
        }
    }

    private void stock(Book book) {
        stockOfOne(book);
        for (var figure : List.of("库存件数", "库存金额（成本）", "缺货品种", "呆滞金额", "负库存品种", "本月盘点行", "其中不符")) {
            same("进销存 " + figure, figure(book, figure), branches("进销存", figure));
        }
        same("进销存 show", figure(book, "库存件数"), shown("stock", month(), "closing", row -> true));
        same("进销存 show 进货", sum(book, "进销存", "进货"), shown("stock", month(), "received", row -> true));
        same("进销存 show 销售", sum(book, "进销存", "销售"), shown("stock", month(), "sold", row -> true));
        same("进销存 show 退货", sum(book, "进销存", "退货"), shown("stock", month(), "returned", row -> true));
        same("进销存 show 代销", sum(book, "进销存", "其中代销"), shown("stock", month(), "closing", row -> row.get("ownership")
                .equals("CONSIGNED")));
    }

    private void stockOfOne(Book book) {
        same(book.name() + " 件数", figure(book, "库存件数"), sum(book, "进销存", "结存"), sum(book, "库龄与呆滞", "结存"));
        same(
                book.name() + " 金额",
                figure(book, "库存金额（成本）"),
                sum(book, "进销存", "库存金额（成本）"),
                sum(book, "库龄与呆滞", "库存金额（成本）"),
                sum(book, "重点网点", "库存金额（成本）"));
        same(book.name() + " 缺货", figure(book, "缺货品种"), Optional.of(book.count("缺货", row -> row.get("现况")
                .equals("现缺货"))));
        same(book.name() + " 缺货天数", sum(book, "缺货", "本月缺货天数"), sum(book, "重点网点", "缺货天数（品种×天）"));
        same(book.name() + " 损失", sum(book, "缺货", "损失销量"), sum(book, "重点网点", "损失销量"));
        same(book.name() + " 呆滞", figure(book, "呆滞金额"), Optional.of(book.sum("库龄与呆滞", "库存金额（成本）", row -> row.get("状态")
                .equals("呆滞"))));
        same(book.name() + " 负库存", figure(book, "负库存品种"), Optional.of(book.count("进销存", row -> row.get("库存状态")
                .equals("负库存"))));
        Predicate<Map<String, String>> counted = row -> row.get("来源").equals("盘点");
        same(book.name() + " 盘点", figure(book, "本月盘点行"), Optional.of(book.count("申报与盘点", counted)));
        same(book.name() + " 不符", figure(book, "其中不符"), Optional.of(book.count("申报与盘点", counted.and(row -> !row.get(
                        "结果")
                .equals("相符")))));
    }

    /** A person's actual is his net sales wherever they are told. */
    private void people(Book book) {
        Predicate<Map<String, String>> money = row -> row.get("指标").equals("净销售额");
        same(book.name() + " 当日任务", figure(book, "当日任务"), Optional.of(book.sum("人员", "当日任务", money)));
        same(book.name() + " 当日完成", figure(book, "当日完成"), Optional.of(book.sum("人员", "当日完成", money)));
        books.book("销售日报", company).ifPresent(daily -> {
            var day = byKey(daily.rows("人员"), "工号", "净销售额");
            var month = byKey(daily.rows("人员"), "工号", "本月累计");
            book.rows("人员").stream().filter(money).forEach(row -> {
                var code = row.get("工号");
                same(
                        book.name() + " " + code,
                        Books.number(row.get("当日完成")),
                        Optional.of(day.getOrDefault(code, BigDecimal.ZERO)));
                same(
                        book.name() + " 累计 " + code,
                        Books.number(row.get("累计完成")),
                        Optional.of(month.getOrDefault(code, BigDecimal.ZERO)));
            });
        });
    }

    private void manufacturer(Book book) {
        for (var column : List.of("近7天净销量", "近7天净销售额", "本月净销量", "本月净销售额")) {
            same(book.name() + " " + column, figure(book, column), sum(book, "代理商", column));
        }
        same(book.name() + " 库存", figure(book, "代理商库存"), sum(book, "代理商", "库存"));
    }
}
