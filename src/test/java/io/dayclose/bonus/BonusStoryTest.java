package io.dayclose.bonus;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.Shell;
import io.dayclose.testing.TestHome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * November's bonus of a company with two branches, as its people live through it: channel management drafts and submits, finance
 * finds a score wrong and sends it back, it is corrected, agreed and approved, and the month's settlement pays it.
 */
class BonusStoryTest extends CompanyNights {

    @Override
    protected TestHome prepared(TestHome company) {
        return managersBonus(company);
    }

    /** Its people, the bonus of its branch managers, and what it is worked out from; the score of the south is missing. */
    static TestHome managersBonus(TestHome company) {
        company.write("jobs-config/company.yml", """
                name: {zh: 测试公司, en: Test Company}
                locale: en
                zone: Asia/Shanghai
                currency: CNY
                """);
        company.write("jobs-config/users.yml", """
                - {user: chen, name: 陈, roles: [channel]}
                - {user: zhou, name: 周, roles: [channel]}
                - {user: wang, name: 王, roles: [finance]}
                - {user: gm, name: 总, roles: [general-manager], person: P003}
                """);
        company.write("jobs-config/bonuses/manager.yml", """
                bonus: manager
                versions:
                  - from: 2026-01-01
                    participants: {role: [BRANCH_MANAGER]}
                    scorecard:
                      - {metric: net-amount, weight: 60, against: target, curve: [[0.80, 0], [1.00, 100], [1.20, 120]]}
                      - {metric: satisfaction, weight: 40, against: value, curve: [[60, 0], [90, 100]]}
                    amount: {base: 5000, multiple: [[60, 0], [80, 0.8], [100, 1.0], [120, 1.5]]}
                    approval: [channel, finance, general-manager]
                """);
        company.write("sql/metric/net-amount.sql", """
                SELECT 'BRANCH' AS scope_kind, o.branch_code AS scope_code, SUM(IF(s.kind = 'RETURN', -s.amount, s.amount)) AS value
                FROM sale s JOIN outlet o ON o.outlet_code = s.outlet_code
                WHERE s.business_date BETWEEN :from AND :to GROUP BY o.branch_code
                """);
        company.feeds("target", "score");
        company.write(
                "inbox/target-1.csv",
                "period,metric,scope_kind,scope_code,value\n2026-11,net-amount,BRANCH,B01,10000\n2026-11,net-amount,BRANCH,B02,10000\n");
        company.write(
                "inbox/score-1.csv", "period,metric,scope_kind,scope_code,value\n2026-11,satisfaction,BRANCH,B01,80\n");
        return company.sales(
                "sale-1.csv",
                "S1,1,SALE,2026-11-10,W001,P005,G001,1,11000,,11000,,,,",
                "S2,1,SALE,2026-11-10,W002,,G001,1,9000,,9000,,,,");
    }

    private Shell.Ended bonus(String what, String user, String... more) {
        var words = new ArrayList<>(List.of("bonus", what, "manager", "--period", "2026-11", "--as", user));
        words.addAll(List.of(more));
        return shell().run(words.toArray(String[]::new));
    }

    private void night(String date) {
        assertThat(nights.run(date).problems()).isEmpty();
    }

    private List<String> shown() {
        return shell().run("show", "bonus", "--period", "2026-11", "--format", "csv")
                .lines();
    }

    @Test
    void a_bonus_is_worked_out_agreed_and_paid_with_the_month() {
        home.write("jobs-config/jobs/nightly.yml", "job: nightly\nsteps: [extract, commission, close-day]\n");
        reopen();
        night("2026-11-29");
        theScoreOfTheSouthIsMissing();
        itComesAndTheMonthIsSubmitted();
        financeSendsItBack();
        aReturnComesLate();
        theLastWordIsSaid();
        theSettlementPaysItOnce();
    }

    /** The score of the south is still missing: everybody sees what is, and nobody can submit it. */
    private void theScoreOfTheSouthIsMissing() {
        assertThat(bonus("draft", "chen").code()).isZero();
        assertThat(shown())
                .containsExactly(
                        "bonus,period,participant,score,multiple,amount,state,reason",
                        "manager,2026-11,P001,92.67,0.926700,4633.50,INCOMPLETE,",
                        "manager,2026-11,P002,,,0.00,INCOMPLETE,INCOMPLETE METRIC satisfaction BRANCH B02");
        var early = bonus("submit", "chen");
        assertThat(early.code()).isEqualTo(3);
        assertThat(early.err())
                .contains(
                        "bonus submit: manager for 2026-11 is INCOMPLETE, missing are: METRIC satisfaction BRANCH B02; have them delivered and draft it again [DC-925]");
    }

    /** It comes with the last night; east: 1.10 of target = 110.00, 80 points = 66.67, by weight 92.67. */
    private void itComesAndTheMonthIsSubmitted() {
        home.write(
                "inbox/score-2.csv", "period,metric,scope_kind,scope_code,value\n2026-11,satisfaction,BRANCH,B02,99\n");
        night("2026-11-30");
        assertThat(bonus("submit", "chen").err())
                .contains("manager for 2026-11 is SUBMITTED: people: 2, sum: ¥6,633.50");
        assertThat(bonus("approve", "chen").err()).contains("nobody approves what he has submitted; who may: zhou");
        assertThat(bonus("approve", "zhou").err()).contains("CHANNEL_APPROVED");
    }

    /** Finance sends it back; south: 0.90 of target = 50.00, 99 points = 100.00, corrected to 80 points = 66.67. */
    private void financeSendsItBack() {
        assertThat(bonus("reject", "wang").err()).contains("say why with --reason");
        assertThat(bonus("reject", "wang", "--reason", "score of B02").code()).isZero();
        home.write(
                "inbox/score-3.csv", "period,metric,scope_kind,scope_code,value\n2026-11,satisfaction,BRANCH,B02,80\n");
        assertThat(nights.again("2026-11-30", "score corrected").problems()).isEmpty();
        bonus("submit", "chen");
        bonus("approve", "zhou");
        bonus("approve", "wang");
    }

    /** A return arrives after submission: it stands beside the frozen figures and changes nothing. */
    private void aReturnComesLate() {
        home.sales("sale-2.csv", "R1,1,RETURN,2026-11-30,W001,P005,G001,1,1000,,1000,,S1,1,");
        assertThat(nights.again("2026-11-30", "a return came late").problems()).isEmpty();
        assertThat(shell().run("bonus", "compare", "manager", "--period", "2026-11", "--format", "csv")
                        .lines())
                .containsExactly(
                        "participant,score,score_now,amount,amount_now,difference",
                        "P001,92.67,86.67,4633.50,4333.50,-300.00");
    }

    /** What was frozen is what is approved. */
    private void theLastWordIsSaid() {
        var stranger = bonus("withdraw", "nobody");
        assertThat(stranger.err()).contains("nobody does not stand in users.yml");
        assertThat(bonus("approve", "gm").err())
                .contains(
                        "manager for 2026-11 is APPROVED: people: 2, sum: ¥4,633.50",
                        "now would be: P001 ¥4,333.50 instead of ¥4,633.50");
        assertThat(shown())
                .contains(
                        "manager,2026-11,P001,92.67,0.926700,4633.50,APPROVED,",
                        "manager,2026-11,P002,56.67,0.000000,0.00,APPROVED,SCORE_TOO_LOW");

        assertThat(shell().run("bonus", "draft", "managr", "--period", "2026-11")
                        .err())
                .contains(
                        "bonus: there is no bonus plan \"managr\" in jobs-config/bonuses; there are: manager [DC-932]");
    }

    /** The month's settlement pays it, once. */
    private void theSettlementPaysItOnce() {
        assertThat(bonus("approve", "gm").code()).isEqualTo(3);
        assertThat(shell().run("close", "month", "2026-11", "--force", "--reason", "quiet days")
                        .code())
                .isZero();
        assertThat(shell().run("show", "payout", "--period", "2026-11", "--format", "csv")
                        .lines())
                .containsExactly("payee,period,amount,bank_account", "P001,2026-11,4633.50,");
    }
}
