package io.dayclose.bonus;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.bonus.desk.BonusDesk;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.OpenedBook;
import io.dayclose.testing.TestHome;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** A scorecard worth 10 a point that is being approved when a score is corrected, and a pool of a tenth that is a draft. */
class BonusPlanReportTest extends CompanyNights {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Override
    protected TestHome prepared(TestHome company) {
        company.reports().write("jobs-config/users.yml", "- {user: chen, name: 陈, roles: [channel]}\n");
        company.feeds("score");
        company.write(
                "inbox/score-1.csv",
                "period,metric,scope_kind,scope_code,value\n2026-11,satisfaction,BRANCH,B01,50\n2026-11,satisfaction,BRANCH,B02,70\n");
        company.write(
                "inbox/person-2.csv", "person_code,name,branch_code,role,email\nP009,孙财,B01,FINANCE,fin@example.com\n");
        company.sales("sale-1.csv", "S1,1,SALE,2026-11-30,W001,P005,G001,10,100.00,,1000.00,,,,");
        company.write("jobs-config/bonuses/card.yml", """
                bonus: card
                versions:
                  - from: 2026-01-01
                    participants: {role: [BRANCH_MANAGER]}
                    scorecard: [{metric: satisfaction, weight: 100, against: value, curve: [[0, 0], [100, 100]]}]
                    gates: [{metric: satisfaction, at-least: 60}]
                    amount: {base: 1000, multiple: [[0, 0], [100, 1]]}
                    approval: [channel, finance]
                """);
        return company.write("jobs-config/bonuses/pool.yml", """
                bonus: pool
                versions:
                  - from: 2026-01-01
                    pool: {per: branch, percent: 10, of: net-amount}
                    participants: {role: [SELLER]}
                    distribute: {role-weight: {SELLER: 1.0}, by: equal}
                    approval: [finance]
                """);
    }

    private void deed(String bonus, ApprovalEvent.Kind kind) {
        new BonusDesk(engine.work(), engine.transactions(), bonus).act(NOVEMBER, new BonusDesk.Act(kind, "chen", ""));
    }

    /** 50 points are below the gate and pay nothing, 70 pay 700; corrected to 90 the first would get 900. */
    @Test
    void approvers_see_every_figure_and_what_it_would_be_now() {
        assertThat(nights.run("2026-11-30").exitCode()).isZero();
        deed("card", ApprovalEvent.Kind.DRAFT);
        deed("card", ApprovalEvent.Kind.SUBMIT);
        deed("pool", ApprovalEvent.Kind.DRAFT);
        engine.work()
                .jdbc()
                .update("INSERT INTO score SELECT period, metric, scope_kind, scope_code, 90, 2, night, 1, 9"
                        + " FROM score WHERE scope_code = 'B01'");
        assertThat(nights.run("2026-12-01").exitCode()).isZero();
        var book = OpenedBook.of(home, "2026-12-01", "奖金方案", "测试公司");
        assertThat(book.cells("方案", "方案", "月份", "状态", "人数", "金额", "现时重算", "差额", "审批步骤"))
                .containsExactly(
                        "card 2026-11 已提交 2 700 1600 900 channel,finance", "pool 2026-11 草稿 1 100 – – finance");
        assertThat(book.cells("人员", "方案", "工号", "得分", "金额", "为零原因", "现时得分", "现时重算", "差额"))
                .containsExactly(
                        "card P001 50 0 GATE_UNMET satisfaction 50.0000 < 60 90 900 900",
                        "card P002 70 700 – 70 700 0",
                        "pool P005 – 100 – – – –");
        assertThat(book.cells("指标", "方案", "工号", "指标", "对象", "权重", "曲线", "实际", "得分", "加权得分", "现时实际", "现时得分"))
                .containsExactly(
                        "card P001 satisfaction B01 100 [[0, 0], [100, 100]] 50 50 50 90 90",
                        "card P002 satisfaction B02 100 [[0, 0], [100, 100]] 70 70 70 70 70");
        assertThat(book.cells("门槛", "工号", "指标", "界限", "实际", "现时实际"))
                .containsExactly("P001 satisfaction at-least: 60 50 90", "P002 satisfaction at-least: 60 70 70");
        assertThat(book.cells("奖金池", "工号", "类别", "指标", "对象", "实际", "池额 / 份额", "分得"))
                .containsExactly("P005 奖金池 net-amount B01 1000 100 –", "P005 份额 equal P005 1 1 100");
        assertThat(book.figure("审批中金额")).isEqualTo("¥700.00");
        assertThat(book.figure("现时重算")).isEqualTo("¥1,600.00");
        assertThat(
                        rows(
                                "SELECT state, SUM(amount) FROM bonus_plan_month JOIN bonus_figure USING (sheet_id) WHERE bonus = 'card' GROUP BY state"))
                .as("what is frozen stays")
                .containsExactly("SUBMITTED 700.00");
        assertThat(
                        rows(
                                "SELECT DISTINCT m.recipient FROM outbox o JOIN outbox_mail m USING (outbox_id) WHERE o.report = 'bonus-plan' ORDER BY 1"))
                .containsExactly("fin@example.com", "gm@example.com");
    }
}
