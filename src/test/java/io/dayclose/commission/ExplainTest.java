package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.close.BookOperations;
import io.dayclose.close.MonthClose;
import io.dayclose.commission.Credit.Account;
import io.dayclose.commission.explain.Explainer;
import io.dayclose.commission.explain.Explanation;
import io.dayclose.commission.explain.Simulation;
import io.dayclose.commission.explain.Step;
import io.dayclose.commission.posting.PostingContext;
import io.dayclose.config.plan.Plan;
import io.dayclose.config.plan.PlanVersion.PayeeKind;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The way from lines to fen, and what a draft would have paid. */
class ExplainTest extends CommissionCompany {
    private static final YearMonth NOVEMBER = YearMonth.parse("2026-11");

    private PostingContext planBooks() {
        var work = engine.work();
        return PostingContext.of(work.jdbc(), work.bulk(), work.home().plans().values());
    }

    private Explanation explain(String plan, String payee, YearMonth month) {
        return new Explainer(planBooks()).explain(new Account(plan, PayeeKind.PERSON, payee), month);
    }

    private static List<String> words(Explanation explanation) {
        return explanation.steps().stream().map(ExplainTest::words).toList();
    }

    private static String words(Step step) {
        return Stream.of(
                        step.kind(),
                        step.item(),
                        plain(step.base()),
                        plain(step.rate()),
                        plain(step.amount()),
                        step.note())
                .map(String::valueOf)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    @Test
    void every_step_from_the_lines_to_the_ledger_is_shown_and_the_ledger_agrees() {
        plan(
                "staff",
                "from: 2026-11-01, payee: seller, measure: net-amount, rate: {bands: {mode: marginal, of: percent, table: [{from: 0, rate: 1}, {from: 10000, rate: 2}]}}, minimum: {net-quantity: 1}, hold: [{gate: return-window, days: 1}]");
        restart();
        night("2026-11-20", sale("S1", "2026-11-20", "10000"));
        night("2026-11-21", sale("S2", "2026-11-21", "600"), back("R1", "2026-11-21", "100", "S1"));
        night("2026-11-22");
        var explanation = explain("staff", "P005", NOVEMBER);
        assertThat(words(explanation))
                .containsExactly(
                        "LINE 2026-11-20 S1/1 10000 100 10000 SALE CLEARED",
                        "LINE 2026-11-21 R1/1 -100 100 -100 RETURN S1/1 CLEARED",
                        "LINE 2026-11-21 S2/1 600 100 600 SALE WAITING",
                        "SLICE 2026-11-01 10000 1 100 %",
                        "SLICE 2026-11-01 500 2 10 %",
                        "MINIMUM net-quantity 1 1",
                        "EARNED 10500 110",
                        "GATE CLEARED 9900 return-window 1",
                        "GATE WAITING 600 return-window 1",
                        "PAYABLE 103.71",
                        "HELD 6.29",
                        "FORFEITED 0",
                        "ENTRY 2026-11-20 EARN 100 SALE",
                        "ENTRY 2026-11-20 HOLD 100 SALE",
                        "ENTRY 2026-11-21 EARN 12 SALE",
                        "ENTRY 2026-11-21 HOLD 12 SALE",
                        "ENTRY 2026-11-21 EARN -2 RETURN",
                        "ENTRY 2026-11-21 RELEASE 2 RETURN",
                        "ENTRY 2026-11-22 RELEASE 103.71 GATE",
                        "CHECK ledger 110 110 =");
        assertThat(explanation.agrees()).isTrue();
    }

    @Test
    void an_account_that_somebody_has_tampered_with_is_an_alarm() {
        plan("staff", "from: 2026-11-01, payee: seller, measure: net-amount, rate: {percent: 10}");
        restart();
        night("2026-11-20", sale("S1", "2026-11-20", "100"));
        assertThat(explain("staff", "P005", NOVEMBER).agrees()).isTrue();
        engine.work().jdbc().update("UPDATE account_month SET earned = 11 WHERE payee_code = 'P005'");
        assertThat(explain("staff", "P005", NOVEMBER).agrees()).isFalse();
    }

    @Test
    void a_closed_month_shows_what_came_after_it() {
        plan("staff", "from: 2026-10-01, payee: seller, measure: net-amount, rate: {percent: 10}");
        restart();
        night("2026-10-31", sale("S1", "2026-10-31", "100"));
        new BookOperations(engine.work(), engine.transactions())
                .closeMonth(new MonthClose.Request(YearMonth.parse("2026-10"), false, Optional.empty(), "wang", 0));
        night("2026-11-01", sale("S2", "2026-10-31", "50"), back("R1", "2026-11-01", "30", "S1"));
        var explanation = explain("staff", "P005", YearMonth.parse("2026-10"));
        assertThat(words(explanation))
                .contains(
                        "ADJUSTED 5",
                        "CLAWED -3",
                        "ENTRY 2026-11-01 ADJUST 5 LATE → 2026-11",
                        "ENTRY 2026-11-01 CLAWBACK -3 RETURN → 2026-11",
                        "CHECK ledger 12 12 =");
    }

    @Test
    void an_override_shows_whose_earnings_it_follows() {
        plan("staff", "from: 2026-11-01, payee: seller, measure: net-amount, rate: {percent: 10}");
        plan("lead", "from: 2026-11-01, payee: manager, rate: {override: {of: [staff], percent: 20}}");
        home.write(
                "inbox/person-2.csv",
                "person_code,name,branch_code,outlet_code,role,manager_code,joined_on\nP005,周军,B01,W001,SELLER,P001,2020-01-01\n");
        restart();
        night("2026-11-20", sale("S1", "2026-11-20", "100"));
        assertThat(words(explain("lead", "P001", NOVEMBER)))
                .containsExactly(
                        "PERSON P005 10 staff",
                        "SLICE 2026-11-20 10 20 %",
                        "PAYABLE 2",
                        "HELD 0",
                        "FORFEITED 0",
                        "ENTRY 2026-11-20 EARN 2 SALE",
                        "CHECK ledger 2 2 =");
    }

    @Test
    void a_draft_is_compared_payee_by_payee_with_what_was_posted() {
        plan("staff", "from: 2026-11-01, payee: seller, measure: net-amount, rate: {percent: 10}");
        restart();
        night("2026-11-20", sale("S1", "2026-11-20", "100"), back("R1", "2026-11-20", "20", "S1"));
        var draft = draft("staff", "  - {from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 15}}\n");
        assertThat(new Simulation(planBooks()).run(draft, NOVEMBER))
                .extracting(each ->
                        each.account().code() + " " + each.earned() + " " + each.posted() + " " + each.difference())
                .containsExactly("P005 12.00 8.00 4.00");
        assertThat(rows("SELECT SUM(amount) FROM ledger")).containsExactly("8.00");
    }

    private static Plan draft(String name, String versions) {
        var plan = Plans.plan(versions);
        return new Plan(name, plan.title(), plan.kind(), plan.versions());
    }
}
