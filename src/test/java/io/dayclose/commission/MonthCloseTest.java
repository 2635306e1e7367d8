package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.approval.Answer;
import io.dayclose.approval.Decisions;
import io.dayclose.close.MonthClose;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month is settled and closed, and what reaches it later is posted in an open one. */
class MonthCloseTest extends CommissionCompany {
    private static final String BANDS =
            "from: 2026-01-01, payee: seller, measure: net-amount, rate: {bands: {mode: retroactive, of: percent, table: [{from: 0, rate: 1}, {from: 10000, rate: 2}]}}";
    private static final String LATER =
            "SELECT origin_month, posting_month, business_date, type, cause, amount FROM ledger WHERE type NOT IN ('PAYOUT', 'CARRY') AND business_date > '2026-11-01' ORDER BY entry_id";
    private static final String SETTLED =
            "SELECT month, payee_code, opening, payable, net, paid, carried, waiting, state FROM settlement ORDER BY month, payee_code";

    private boolean close(String month) {
        return close(month, false);
    }

    private boolean close(String month, boolean force) {
        var reason = force ? Optional.of("holiday") : Optional.<String>empty();
        return books().closeMonth(new MonthClose.Request(YearMonth.parse(month), force, reason, "wang", 0));
    }

    private Decisions.Voice voice(String user) {
        return new Decisions.Voice(user, engine.work().now(), "agreed");
    }

    private static String dealers(String doc, String date, String amount) {
        return doc + ",1,SALE," + date + ",W002,,G001,1," + amount + ",," + amount + ",,,,";
    }

    @Test
    void a_month_is_settled_once_its_days_are_closed_and_stays_closed() {
        plan("staff", BANDS);
        restart();
        night("2026-10-30", sale("S1", "2026-10-30", "10500"));
        assertThatThrownBy(() -> close("2026-10"))
                .hasMessageContaining("2026-10 is not over: the last day closed is 2026-10-30");
        night("2026-10-31");
        assertThat(close("2026-10")).isTrue();
        assertThat(close("2026-10")).isFalse();
        assertThat(rows(SETTLED)).containsExactly("2026-10 P005 0.00 210.00 210.00 210.00 0.00 0.00 PAID");
        assertThat(rows("SELECT type, origin_month, posting_month, amount FROM ledger ORDER BY entry_id"))
                .containsExactly("EARN 2026-10 2026-10 210.00", "PAYOUT 2026-10 2026-10 210.00");
    }

    @ParameterizedTest
    @CsvSource({
        "original-rate, 2026-10 2026-11 2026-11-02 CLAWBACK RETURN -12.00",
        "recompute, 2026-10 2026-11 2026-11-02 ADJUST RETURN -111.00",
        "none, ''"
    })
    void a_return_after_the_close_follows_the_policy_of_the_plan(String policy, String entry) {
        plan("staff", BANDS + ", returns: {after-close: " + policy + "}");
        restart();
        night("2026-10-31", sale("S1", "2026-10-31", "10500"));
        night("2026-11-01");
        close("2026-10");
        var before = closedRows();
        night("2026-11-02", back("R1", "2026-11-02", "600", "S1"));
        assertThat(rows(LATER)).isEqualTo(entry.isEmpty() ? List.of() : List.of(entry));
        assertThat(closedRows()).isEqualTo(before);
    }

    private List<String> closedRows() {
        var rows = rows("SELECT * FROM closed_account ORDER BY plan, payee_code");
        rows.addAll(rows("SELECT * FROM settlement WHERE month = '2026-10' ORDER BY payee_code"));
        rows.addAll(rows("SELECT * FROM ledger WHERE posting_month = '2026-10' ORDER BY entry_id"));
        return rows;
    }

    @Test
    void late_sales_and_corrections_of_a_closed_month_are_adjusted_in_the_open_one() {
        plan("staff", BANDS);
        restart();
        night("2026-10-31", sale("S1", "2026-10-31", "9000"));
        night("2026-11-01");
        close("2026-10");
        var before = closedRows();
        night("2026-11-02", sale("S2", "2026-10-31", "1000"));
        night("2026-11-03", sale("S1", "2026-10-31", "8000"));
        assertThat(rows(LATER))
                .containsExactly(
                        "2026-10 2026-11 2026-11-02 ADJUST LATE 110.00",
                        "2026-10 2026-11 2026-11-03 ADJUST CORRECTION -110.00");
        assertThat(closedRows()).isEqualTo(before);
    }

    @Test
    void what_is_negative_is_carried_and_what_waits_for_a_full_deposit_is_paid_in_the_month_it_is_full() {
        plan("staff", "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 10}");
        plan(
                "dealers",
                "from: 2026-01-01, payee: dealer, measure: net-amount, rate: {percent: 10}, hold: [{gate: deposit-full}]");
        home.write("inbox/dealer-1.csv", dealer("ICBC 1"));
        home.write("inbox/deposit_movement-1.csv", deposit("E1", "2026-10-01", "999"));
        restart();
        night("2026-10-31", loose("R0", "2026-10-31", "50"), dealers("S1", "2026-10-31", "300"));
        close("2026-10");
        home.write("inbox/deposit_movement-2.csv", deposit("E2", "2026-11-05", "1"));
        home.write("inbox/dealer-2.csv", dealer("ICBC 2"));
        night("2026-11-01", sale("S2", "2026-11-01", "200"));
        LocalDate.parse("2026-11-02").datesUntil(LocalDate.parse("2026-12-01")).forEach(day -> night(day.toString()));
        close("2026-11");
        assertThat(rows(SETTLED))
                .containsExactly(
                        "2026-10 D01 0.00 0.00 0.00 0.00 0.00 30.00 WAITING",
                        "2026-10 P005 0.00 -5.00 -5.00 0.00 -5.00 0.00 CARRIED",
                        "2026-11 D01 0.00 30.00 30.00 30.00 0.00 0.00 PAID",
                        "2026-11 P005 -5.00 20.00 15.00 15.00 0.00 0.00 PAID");
        assertThat(
                        rows(
                                "SELECT posting_month, type, plan, payee_kind, payee_code, cause, amount, posted_by FROM ledger WHERE type IN ('PAYOUT', 'CARRY') ORDER BY entry_id"))
                .containsExactly(
                        "2026-10 CARRY  PERSON P005 DECISION -5.00 close 2026-10",
                        "2026-11 PAYOUT  DEALER D01 DECISION 30.00 close 2026-11",
                        "2026-11 PAYOUT  PERSON P005 DECISION 15.00 close 2026-11");
        assertThat(rows("SELECT gate FROM settlement_part WHERE payee_code = 'D01' ORDER BY month"))
                .containsExactly("DEPOSIT_FULL", "");
        assertThat(rows("SELECT bank_account FROM settlement WHERE month = '2026-11' AND payee_code = 'D01'"))
                .as("the new account has not been approved")
                .containsExactly("ICBC 1");
    }

    private static String dealer(String account) {
        return "dealer_code,name,branch_code,contract_from,contract_to,deposit_required,bank_account\nD01,诚信,B02,2026-01-01,,1000,"
                + account + "\n";
    }

    private static String deposit(String entry, String date, String amount) {
        return "entry_no,entry_date,dealer_code,type,amount\n%s,%s,D01,PAID,%s\n".formatted(entry, date, amount);
    }

    private static String loose(String doc, String date, String amount) {
        return doc + ",1,RETURN," + date + ",W001,P005,G001,1," + amount + ",," + amount + ",,,,";
    }

    @Test
    void what_is_held_is_earned_but_not_settled() {
        plan(
                "staff",
                "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 10}, hold: [{gate: return-window, days: 9}]");
        restart();
        night("2026-10-31", sale("S1", "2026-10-20", "100"), sale("S2", "2026-10-31", "50"));
        close("2026-10");
        assertThat(rows(SETTLED)).containsExactly("2026-10 P005 0.00 10.00 10.00 10.00 0.00 0.00 PAID");
        assertThat(rows("SELECT earned, held FROM closed_account")).containsExactly("15.00 5.00");
    }

    @Test
    void an_adjustment_moves_nothing_before_somebody_else_approves_it() {
        plan("staff", BANDS);
        restart();
        night("2026-10-31", sale("S1", "2026-10-31", "1000"));
        var proposal = new Decisions.Proposal(
                Decisions.Kind.ADJUST, "", "PERSON", "P005", "", "2026-10", new BigDecimal("-2.50"), "", "");
        long id = books().decisions().propose(proposal, voice("wang"));
        assertThat(rows("SELECT COUNT(*) FROM ledger WHERE type = 'MANUAL'")).containsExactly("0");
        assertThatThrownBy(() -> books().answer(id, Answer.APPROVE, voice("wang")))
                .hasMessageContaining("somebody else");
        books().answer(id, Answer.APPROVE, voice("li"));
        assertThatThrownBy(() -> books().answer(id, Answer.APPROVE, voice("zhao")))
                .hasMessageContaining("APPROVED already");
        close("2026-10");
        assertThat(rows(SETTLED)).containsExactly("2026-10 P005 0.00 7.50 7.50 7.50 0.00 0.00 PAID");
    }

    @Test
    void strangers_move_no_money_and_what_has_not_acted_is_taken_back() {
        plan("staff", "hold: [{gate: return-window, days: 60}], " + BANDS);
        restart();
        night("2026-10-30", sale("S1", "2026-10-30", "1000"));
        var adjust = new Decisions.Proposal(
                Decisions.Kind.ADJUST, "", "PERSON", "P005", "", "2026-10", new BigDecimal("99999"), "", "");
        var decisions = books().decisions();
        assertThatThrownBy(() -> decisions.propose(adjust, voice("nobody"))).hasMessageContaining("DC-924");
        long id = decisions.propose(adjust, voice("Wang"));
        assertThatThrownBy(() -> books().answer(id, Answer.APPROVE, voice("somebody")))
                .hasMessageContaining("DC-924");
        books().withdraw(id, voice("WANG"));
        assertThatThrownBy(() -> books().answer(id, Answer.APPROVE, voice("li")))
                .hasMessageContaining("WITHDRAWN already");
        long posted = decisions.propose(adjust, voice("wang"));
        books().answer(posted, Answer.APPROVE, voice("li"));
        assertThatThrownBy(() -> books().withdraw(posted, voice("wang"))).hasMessageContaining("DC-633");
        var waive = new Decisions.Proposal(
                Decisions.Kind.WAIVE, "staff", "PERSON", "P005", "RETURN_WINDOW", "2026-10", BigDecimal.ZERO, "", "");
        long waived = decisions.propose(waive, voice("wang"));
        books().answer(waived, Answer.APPROVE, voice("li"));
        assertThatThrownBy(() -> books().withdraw(waived, voice("zhao"))).hasMessageContaining("DC-632");
        books().withdraw(waived, voice("li"));
        long again = decisions.propose(waive, voice("wang"));
        books().answer(again, Answer.APPROVE, voice("li"));
        night("2026-10-31");
        assertThatThrownBy(() -> books().withdraw(again, voice("wang"))).hasMessageContaining("DC-633");
        assertThat(rows("SELECT state, proposed_by, decided_by FROM decision ORDER BY decision_id"))
                .containsExactly("WITHDRAWN wang wang", "APPROVED wang li", "WITHDRAWN wang li", "APPROVED wang li");
    }

    @Test
    void a_version_that_a_closed_month_was_paid_by_cannot_be_edited_and_an_open_one_posts_the_difference() {
        plan("staff", BANDS);
        restart();
        night("2026-10-31", sale("S1", "2026-10-31", "1000"));
        close("2026-10");
        night("2026-11-01", sale("S2", "2026-11-01", "1000"));
        plan("staff", BANDS.replace("rate: 1}", "rate: 3}"));
        reopen();
        home.sales("sale-3.csv", sale("S3", "2026-11-02", "100"));
        assertThat(nights.run("2026-11-02").problems().get(0).text(io.dayclose.text.Language.EN))
                .contains("PLAN_HISTORY_CHANGED：方案 staff 自 2026-01-01 起的版本与 2026-10 结算时不同");
        plan("staff", BANDS + "}\n  - {" + BANDS.replace("rate: 1}", "rate: 3}").replace("2026-01-01", "2026-11-01"));
        reopen();
        assertThat(nights.run("2026-11-02").problems()).isEmpty();
        assertThat(rows(LATER))
                .containsExactly(
                        "2026-11 2026-11 2026-11-02 EARN PLAN_CHANGED 20.00",
                        "2026-11 2026-11 2026-11-02 EARN SALE 3.00");
    }

    @Test
    void a_manager_and_an_opening_day_that_are_corrected_after_the_close_are_adjusted_at_once() {
        plan("staff", "from: 2026-10-01, payee: seller, measure: net-amount, rate: {percent: 10}");
        plan("lead", "from: 2026-10-01, payee: manager, rate: {override: {of: [staff], percent: 50}}");
        plan(
                "rent",
                "from: 2026-10-01, payee: outlet, applies-to: {outlet: W001}, rate: {fixed: 310, per: outlet, prorate: open-days}");
        home.write("inbox/person-2.csv", seller("P001"));
        restart();
        night("2026-10-31", sale("S1", "2026-10-31", "200"));
        close("2026-10");
        home.write("inbox/person-3.csv", seller("P002"));
        home.write(
                "inbox/outlet-2.csv",
                "outlet_code,name,branch_code,channel,dealer_code,opened_on\nW001,上海一店,B01,OWN,,2026-10-31\n");
        night("2026-11-01");
        assertThat(
                        rows(
                                "SELECT plan, payee_code, type, cause, amount FROM ledger WHERE business_date = '2026-11-01' AND origin_month = '2026-10' ORDER BY plan, payee_code"))
                .containsExactly(
                        "lead P001 ADJUST CORRECTION -10.00",
                        "lead P002 ADJUST CORRECTION 10.00",
                        "rent W001 ADJUST CORRECTION -300.00");
        assertThat(rows("SELECT COUNT(*) FROM due_group")).containsExactly("0");
    }

    private static String seller(String manager) {
        return "person_code,name,branch_code,outlet_code,role,manager_code,joined_on\nP005,周军,B01,W001,SELLER,"
                + manager + ",2020-01-01\n";
    }
}
