package io.dayclose.agree;

import io.dayclose.agree.Books.Book;
import io.dayclose.calendar.DateSpan;
import io.dayclose.cli.ShownRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** One figure, one meaning: whatever stands in two workbooks, in {@code show} or in the payout list is the same. */
public final class Agreement {
    private static final Set<String> EARNS = Set.of("EARN", "SUBSIDY", "ADJUST", "CLAWBACK");

    private final Path home;
    private final LocalDate date;
    private final String company;
    private final JdbcTemplate jdbc;
    private final Books books;
    private final Map<String, List<Map<String, String>>> shown = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private int compared;

    public Agreement(Path home, LocalDate date, String company, JdbcTemplate jdbc) {
        this.home = home;
        this.date = date;
        this.company = company;
        this.jdbc = jdbc;
        books = new Books(home, date.toString());
    }

    /** What does not agree, with every place and figure. */
    public List<String> differences() {
        books.book("销售日报", company).ifPresent(this::sales);
        books.others("销售日报", company).forEach(this::salesOfOne);
        books.book("市场周报", company).ifPresent(this::week);
        books.book("渠道月进度", company).ifPresent(this::channels);
        books.book("佣金计提", company).ifPresent(this::commission);
        books.book("进销存", company).ifPresent(this::stock);
        books.others("进销存", company).forEach(this::stockOfOne);
        books.others("每人每日任务", "").forEach(this::people);
        books.others("厂家销售表", "").forEach(this::manufacturer);
        books.book("回款与代收对账", company).ifPresent(this::collections);
        books.book("保证金与账户稽核", company).ifPresent(this::deposits);
        books.book("结算汇总", company).ifPresent(this::settlement);
        books.others("结算单", "").forEach(this::statement);
        books.book("奖金方案", company).ifPresent(this::bonuses);
        books.others("退回凭证", "")
                .forEach(book -> same(
                        book.name() + " 待更正", figure(book, "待更正"), Optional.of(book.count("退回清单", row -> row.get("结果")
                                .equals("退回")))));
        return differences;
    }

    /** How many figures were held against others. */
    public int compared() {
        return compared;
    }

    public int workbooks() {
        return books.count();
    }

    @SafeVarargs
    private void same(String what, Optional<BigDecimal>... figures) {
        var known = new ArrayList<BigDecimal>();
        for (var figure : figures) {
            figure.ifPresent(known::add);
        }
        compared += known.size();
        var rounded = known.stream()
                .map(each -> each.setScale(2, RoundingMode.HALF_UP))
                .toList();
        if (rounded.stream().distinct().count() > 1) {
            differences.add(date + " " + what + ": " + rounded);
        }
    }

    private static Optional<BigDecimal> figure(Book book, String title) {
        return book.figure(title);
    }

    private static Optional<BigDecimal> sum(Book book, String sheet, String column) {
        return Optional.of(book.sum(sheet, column));
    }

    /** What the workbooks of all branches come to; none where not every one was made. */
    private Optional<BigDecimal> branches(String title, String figure) {
        var others = books.others(title, company);
        return others.size() < branches()
                ? Optional.empty()
                : Optional.of(others.stream()
                        .map(book -> book.figure(figure).orElse(BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private int branches() {
        return jdbc.queryForObject("SELECT COUNT(DISTINCT branch_code) FROM branch_dated", Integer.class);
    }

    private DateSpan month() {
        return new DateSpan(date.withDayOfMonth(1), date);
    }

    private Optional<BigDecimal> shown(
            String what, DateSpan span, String column, Predicate<Map<String, String>> which) {
        return Optional.of(Books.sum(rows(what, span), column, which));
    }

    private List<Map<String, String>> rows(String what, DateSpan span) {
        return shown.computeIfAbsent(what + span, any -> ShownRows.of(jdbc, what, span));
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

    /** What postings have earned; the ledger is shown by the month it is posted in, which may be an earlier one that is open still. */
    private Optional<BigDecimal> ledger(Predicate<Map<String, String>> which) {
        var all = new DateSpan(date.minusYears(1), date);
        return shown("ledger", all, "amount", which.and(row -> EARNS.contains(row.get("type"))));
    }

    private boolean isOfMonth(Map<String, String> row) {
        var day = LocalDate.parse(row.get("business_date"));
        return YearMonth.from(day).equals(YearMonth.from(date)) && !day.isAfter(date);
    }

    private void commission(Book book) {
        var month = YearMonth.from(date).toString();
        Predicate<Map<String, String>> own = row -> row.get("业务月份").equals(month);
        same(
                "佣金 计提",
                figure(book, "本月计提"),
                Optional.of(book.sum("方案与收款人", "计提", own)),
                shown("commission", month(), "earned", row -> true),
                ledger(row -> row.get("origin_month").equals(month)));
        same(
                "佣金 应付",
                figure(book, "其中应付"),
                Optional.of(book.sum("方案与收款人", "应付", own)),
                shown("commission", month(), "payable", row -> true));
        same(
                "佣金 暂扣",
                figure(book, "其中暂扣"),
                Optional.of(book.sum("方案与收款人", "暂扣", own)),
                shown("commission", month(), "held", row -> true));
        same("佣金 过账", figure(book, "本夜过账"), sum(book, "本夜过账", "计提"), ledger(row -> row.get("business_date")
                .equals(date.toString())));
        same(
                "佣金 没收",
                Optional.of(book.sum("方案与收款人", "没收", own)),
                shown("commission", month(), "forfeited", row -> true));
        same(
                "佣金 保卡",
                figure(book, "七日内到期保卡"),
                Optional.of(BigDecimal.valueOf(book.rows("将到期保卡").size())));
        same("佣金 未计佣", figure(book, "未计佣销售"), shown("uncredited", month(), "net_amount", row -> row.get("reason")
                .equals("NO_PLAN")));
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

    private void collections(Book book) {
        var asOf = new DateSpan(date, date);
        Set<String> ended = Set.of("AUTO_CLEARED", "RESOLVED");
        same(
                "对账 差异",
                figure(book, "未结差异"),
                Optional.of(BigDecimal.valueOf(book.rows("差异").size())),
                Optional.of(BigDecimal.valueOf(rows("breaks", asOf).stream()
                        .filter(row -> !ended.contains(row.get("state")))
                        .count())));
        same(
                "对账 差异金额",
                figure(book, "差异金额"),
                sum(book, "差异", "金额"),
                shown("breaks", asOf, "amount", row -> !ended.contains(row.get("state"))));
        same("对账 挂账", figure(book, "挂账余额"), sum(book, "挂账", "金额"), shown("suspense", asOf, "amount", row -> true));
        same("对账 应收", figure(book, "应收未结"), shown("receivables", asOf, "open", row -> true));
    }

    private void deposits(Book book) {
        var asOf = new DateSpan(date, date);
        var columns = Map.of("保证金余额", "balance", "应补缴", "top_up_due", "应退还", "refund_due");
        columns.forEach((title, column) -> same(
                "保证金 " + title,
                figure(book, title),
                sum(book, "余额与要求", title.equals("保证金余额") ? "余额" : title),
                shown("deposits", asOf, column, row -> true)));
    }

    private void settlement(Book book) {
        Function<String, Optional<BigDecimal>> shown = column -> shown("settlement", month(), column, row -> true);
        same("结算 应付", figure(book, "本期应付"), sum(book, "全部收款人", "本期应付"), shown.apply("payable"));
        same("结算 结转", figure(book, "结转"), sum(book, "全部收款人", "结转"), shown.apply("carried"));
        same("结算 暂缓", figure(book, "暂缓"), sum(book, "全部收款人", "暂缓"), sum(book, "按方案", "本月暂缓"));
        same(
                "结算 发放",
                figure(book, "本期发放"),
                sum(book, "全部收款人", "发放"),
                sum(book, "发放清单", "金额"),
                shown.apply("paid"),
                shown("payout", month(), "amount", row -> true),
                new PayoutFile(home, YearMonth.from(date)).total());
    }

    private void statement(Book book) {
        for (var column : List.of("本期发放", "上期结转", "本期应付", "结转下期", "暂缓")) {
            var own = Map.of("本期发放", "发放", "结转下期", "结转").getOrDefault(column, column);
            same(book.name() + " " + column, figure(book, column), sum(book, "结算", own));
        }
        books.book("结算汇总", company).ifPresent(all -> {
            var everybody = new LinkedHashMap<String, Map<String, String>>();
            all.rows("全部收款人").forEach(row -> everybody.put(row.get("收款人"), row));
            for (var row : book.rows("结算")) {
                for (var column : List.of("上期结转", "本期应付", "净额", "发放", "结转", "暂缓")) {
                    same(
                            book.name() + " " + row.get("收款人") + " " + column,
                            Books.number(row.get(column)),
                            Books.number(everybody.get(row.get("收款人")).get(column)));
                }
            }
        });
        var payees = book.rows("结算").stream().map(row -> row.get("收款人")).toList();
        Predicate<Map<String, String>> his = row -> payees.contains(row.get("payee"));
        var month = YearMonth.from(date).toString();
        same(book.name() + " 计提", sum(book, "计提与暂扣", "计提"), shown("commission", month(), "earned", his));
        same(
                book.name() + " 账目",
                Optional.of(book.sum(
                        "账目",
                        "金额",
                        row -> row.get("业务月份").equals(month)
                                && Set.of("计提", "房补", "调整", "扣回").contains(row.get("类型")))),
                ledger(his.and(row -> row.get("origin_month").equals(month))),
                sum(book, "计提与暂扣", "计提"));
    }

    private void bonuses(Book book) {
        same("奖金", sum(book, "方案", "金额"), sum(book, "人员", "金额"));
    }
}
