package io.dayclose.agree;

import io.dayclose.agree.Books.Book;
import io.dayclose.calendar.DateSpan;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same of what is owed and paid. */
final class MoneyAgreement extends Compared {
    MoneyAgreement(Books books, String company, JdbcTemplate jdbc) {
        super(books, company, jdbc);
    }

    @Override
    List<String> differences() {
        books.book("佣金计提", company).ifPresent(this::commission);
        books.book("回款与代收对账", company).ifPresent(this::collections);
        books.book("保证金与账户稽核", company).ifPresent(this::deposits);
        books.book("结算汇总", company).ifPresent(this::settlement);
        books.others("结算单", "").forEach(this::statement);
        books.book("奖金方案", company).ifPresent(this::bonuses);
        return super.differences();
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
        same("对账 应收", figure(book, "应收未结"), shown("receivables", asOf, "open", row -> !row.get("state")
                .equals("EXPECTED")));
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
                new PayoutFile(books.home(), YearMonth.from(date)).total());
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
        explained(book);
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

    /** How it was computed comes to what is said to be payable and held, plan by plan. */
    private void explained(Book book) {
        for (var row : book.rows("计提与暂扣")) {
            var who = row.get("收款人") + " " + row.get("方案");
            for (var figure : List.of("应付", "暂扣", "没收")) {
                var steps = book.rows("计算过程").stream()
                        .filter(step -> (step.get("收款人") + " " + step.get("方案")).equals(who)
                                && step.get("内容").equals(figure))
                        .toList();
                same(
                        book.name() + " 计算过程 " + who + " " + figure,
                        Books.number(row.get(figure)),
                        steps.isEmpty()
                                ? Optional.empty()
                                : Books.number(steps.get(steps.size() - 1).get("金额")));
            }
        }
    }

    private void bonuses(Book book) {
        same("奖金", sum(book, "方案", "金额"), sum(book, "人员", "金额"));
    }
}
