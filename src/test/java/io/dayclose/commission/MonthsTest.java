package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion.Payee;
import io.dayclose.config.plan.PlanVersion.Trait;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From lines to what every account should have. */
class MonthsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-10");
    private static final YearMonth MONTH = YearMonth.from(DAY);

    private static Plan plan(String name, String version) {
        var plan = Plans.plan("  - {from: 2026-01-01, " + version + "}\n");
        return new Plan(name, plan.title(), plan.kind(), plan.versions());
    }

    private static Line sale(String document, String amount) {
        return line(document, amount, false, null);
    }

    private static Line back(String document, String amount, @Nullable String original) {
        return line(document, amount, true, original);
    }

    private static Line line(String document, String amount, boolean isReturn, @Nullable String original) {
        return new Line(
                new Line.Key(document, 1),
                DAY,
                isReturn,
                Optional.ofNullable(original).map(number -> new Line.Key(number, 1)),
                new Line.Worth(new BigDecimal(amount), 1, null),
                null,
                Map.of(Trait.CHANNEL, "OWN", Trait.CATEGORY, "HANDSET"),
                Map.of(Payee.SELLER, "P1", Payee.MANAGER, "P9"));
    }

    private static Line on(Line line, LocalDate date) {
        return new Line(
                line.key(),
                date,
                line.isReturn(),
                line.original(),
                line.worth(),
                line.serial(),
                line.traits(),
                line.payees());
    }

    private static Months months(List<Plan> plans, List<Line> lines) {
        var months = new Months(new Crediting(plans));
        months.add(lines);
        return months;
    }

    private static Map<String, String> earned(List<Plan> plans, List<Line> lines) {
        var earned = new TreeMap<String, String>();
        months(plans, lines)
                .of(MONTH)
                .forEach((account, month) -> earned.put(
                        account.plan() + " " + account.code(),
                        target(named(plans, account.plan()), month, DAY)
                                .earned()
                                .toPlainString()));
        return earned;
    }

    private static Plan named(List<Plan> plans, String name) {
        return plans.stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Target target(Plan plan, PlanMonth month, LocalDate on, String... cardsBack) {
        return month.sums(serial -> List.of(cardsBack).contains(serial) ? DAY : null, line -> false)
                .target(new Terms(plan, MONTH, Map.of(), Set.of(), on));
    }

    @Test
    void shares_of_a_line_go_to_the_seller_and_his_manager() {
        var plan = plan("staff", "shares: {seller: 70, manager: 30}, measure: net-amount, rate: {percent: 10}");
        assertThat(earned(List.of(plan), List.of(sale("S1", "99.99")))).hasToString("{staff P1=7.00, staff P9=3.00}");
    }

    @Test
    void of_one_group_only_the_plan_with_the_highest_priority_pays_a_line() {
        var low = plan(
                "low", "payee: seller, measure: net-amount, rate: {percent: 1}, exclusive: {group: g, priority: 1}");
        var high = plan(
                "high",
                "payee: seller, measure: net-amount, rate: {percent: 2}, exclusive: {group: g, priority: 5}, applies-to: {category: HANDSET}");
        var other = plan("other", "payee: seller, measure: net-amount, rate: {percent: 3}");
        assertThat(earned(List.of(low, high, other), List.of(sale("S1", "100"))))
                .hasToString("{high P1=2.00, other P1=3.00}");
    }

    private static Line serialised(String document, String amount) {
        var line = sale(document, amount);
        return new Line(
                line.key(),
                line.date(),
                false,
                Optional.empty(),
                line.worth(),
                "SN-" + document,
                line.traits(),
                line.payees());
    }

    private static Split split(List<Line> lines, int daysLater, String... cardsBack) {
        var plan = plan(
                "cards",
                "payee: seller, measure: net-amount, rate: {percent: 10}, hold: [{gate: warranty-card, days: 60, then: forfeit}]");
        var month = months(List.of(plan), lines).of(MONTH).values().iterator().next();
        return target(plan, month, DAY.plusDays(daysLater), cardsBack).split();
    }

    @Test
    void a_line_is_payable_when_its_card_is_back_and_lost_after_its_deadline() {
        var lines = List.of(serialised("S1", "100"), serialised("S2", "100"), serialised("S3", "100"));
        assertThat(split(lines, 1, "SN-S1")).hasToString("Split[payable=10.00, held=20.00, forfeited=0.00]");
        assertThat(split(lines, 61, "SN-S1")).hasToString("Split[payable=10.00, held=0.00, forfeited=20.00]");
    }

    @Test
    void a_return_of_a_waiting_line_leaves_what_is_cleared_alone_and_one_without_original_is_cleared() {
        var lines = List.of(serialised("S1", "100"), serialised("S2", "100"), back("R1", "40", "S2"));
        assertThat(split(lines, 1, "SN-S1")).hasToString("Split[payable=10.00, held=6.00, forfeited=0.00]");
        var loose = List.of(serialised("S1", "100"), serialised("S2", "100"), back("R1", "40", null));
        assertThat(split(loose, 1, "SN-S1")).hasToString("Split[payable=6.00, held=10.00, forfeited=0.00]");
    }

    @Test
    void each_version_of_a_month_is_paid_by_its_own_measure() {
        var plan = Plans.plan("""
                  - {from: 2026-11-01, payee: seller, measure: net-amount, rate: {percent: 10}}
                  - {from: 2026-11-16, payee: seller, rate: {per-unit: 30}}
                """);
        var lines = List.of(sale("S1", "100"), on(sale("S2", "100"), DAY.plusDays(10)));
        var month = months(List.of(plan), lines).of(MONTH).values().iterator().next();
        assertThat(month.lines()).hasSize(2);
        var target = target(plan, month, DAY.plusDays(20));
        assertThat(target.earned()).hasToString("40.00");
        assertThat(target.base()).as("100 yuan and one piece").isEqualByComparingTo("101");
        assertThat(target.split().payable()).hasToString("40.00");
    }

    @Test
    void what_counts_for_nobody_is_listed_with_its_reason() {
        var margin = plan("margin", "payee: seller, measure: gross-margin, rate: {percent: 5}");
        var dealers = plan("dealers", "payee: dealer, measure: net-amount, rate: {percent: 5}");
        var campus =
                plan("campus", "payee: seller, measure: net-amount, rate: {percent: 5}, applies-to: {channel: CAMPUS}");
        var left = months(List.of(margin, dealers, campus), List.of(sale("S1", "10")))
                .left();
        assertThat(left)
                .extracting(each -> each.plan() + " " + each.reason())
                .containsExactlyInAnyOrder("margin NO_COST", "dealers NO_PAYEE");
        assertThat(months(List.of(campus), List.of(sale("S1", "10"))).left())
                .extracting(Months.Left::reason)
                .containsExactly(NotCredited.NO_PLAN);
    }

    @Test
    void a_return_counts_in_the_month_of_its_sale_unless_it_comes_too_late() {
        var plan = plan("staff", "payee: seller, measure: net-amount, rate: {percent: 10}, returns: {window-days: 20}");
        var lines = List.of(
                sale("S1", "100"),
                on(back("R1", "40", "S1"), DAY.plusDays(20)),
                sale("S2", "100"),
                on(back("R2", "100", "S2"), DAY.plusDays(21)));
        assertThat(earned(List.of(plan), lines)).hasToString("{staff P1=16.00}");
        assertThat(months(List.of(plan), lines).left())
                .extracting(Months.Left::reason)
                .containsExactly(NotCredited.OUTSIDE_WINDOW);
    }

    @Test
    void everything_sold_and_returned_earns_nobody_anything_in_whatever_order_it_came() {
        var plans = List.of(
                plan("staff", "shares: {seller: 70, manager: 30}, measure: net-amount, rate: {percent: 2.5}"),
                plan(
                        "bands",
                        "payee: seller, measure: net-amount, rate: {bands: {mode: retroactive, table: [{from: 0, rate: 1}, {from: 500, rate: 3}]}}"),
                plan("units", "payee: seller, rate: {per-unit: 30}"));
        long first = 20261127L;
        for (long seed = first; seed < first + 1000; seed++) {
            var random = new Random(seed);
            var lines = new ArrayList<Line>();
            var returns = new ArrayList<Line>();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                var amount = BigDecimal.valueOf(random.nextInt(100_000), 2).toPlainString();
                lines.add(sale("S" + i, amount));
                returns.add(back("R" + i, amount, "S" + i));
            }
            var sold = earned(plans, lines);
            lines.addAll(returns);
            assertThat(earned(plans, lines).values()).as("seed " + seed).containsOnly("0.00");
            lines.removeAll(returns);
            Collections.shuffle(lines, random);
            assertThat(earned(plans, lines)).as("seed " + seed).isEqualTo(sold);
        }
        System.out.printf("sold and returned: 1000 cases from seed %d%n", first);
    }
}
