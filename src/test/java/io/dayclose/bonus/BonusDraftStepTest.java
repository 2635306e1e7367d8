package io.dayclose.bonus;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.bonus.desk.BonusDesk;
import io.dayclose.run.RunRequest;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The month's end drafts what nobody has drafted, and touches nothing that people have in hand. */
class BonusDraftStepTest extends CompanyNights {

    @Override
    protected TestHome prepared(TestHome company) {
        company.write("jobs-config/users.yml", "- {user: chen, name: 陈, roles: [channel]}\n");
        company.write("jobs-config/jobs/month-end.yml", "job: month-end\nsteps: [bonus-draft]\n");
        company.feeds("score");
        company.write(
                "inbox/score-1.csv",
                "period,metric,scope_kind,scope_code,value\n2026-11,satisfaction,BRANCH,B01,50\n2026-11,satisfaction,BRANCH,B02,70\n");
        for (var name : new String[] {"first", "second"}) {
            company.write("jobs-config/bonuses/" + name + ".yml", """
                    bonus: %s
                    versions:
                      - from: 2026-01-01
                        participants: {role: [BRANCH_MANAGER]}
                        scorecard: [{metric: satisfaction, weight: 100, against: value, curve: [[0, 0], [100, 100]]}]
                        amount: {base: 1000, multiple: [[0, 0], [100, 1]]}
                        approval: [finance]
                    """.formatted(name));
        }
        return company;
    }

    private void monthEnd(String reason) {
        var request = new RunRequest(
                "month-end",
                LocalDate.parse("2026-11-30"),
                RunRequest.Cause.OPERATOR,
                "night",
                Optional.of(reason),
                Optional.empty());
        assertThat(engine.runner().run(request, nights).problems()).isEmpty();
    }

    @Test
    void a_month_that_is_over_is_drafted_once_and_what_is_submitted_stays() {
        assertThat(nights.run("2026-11-30").problems()).isEmpty();
        monthEnd("first");
        assertThat(rows("SELECT bonus, month, kind, done_by, reason FROM bonus_event ORDER BY bonus, version"))
                .containsExactly("first 2026-11 DRAFT night month-end", "second 2026-11 DRAFT night month-end");
        monthEnd("nothing new");
        assertThat(rows("SELECT COUNT(*) FROM bonus_event")).containsExactly("2");
        new BonusDesk(engine.work(), engine.transactions(), "first")
                .act(YearMonth.of(2026, 11), new BonusDesk.Act(ApprovalEvent.Kind.SUBMIT, "chen", ""));
        engine.work()
                .jdbc()
                .update("INSERT INTO score SELECT period, metric, scope_kind, scope_code, 90, 2, night, 1, 9"
                        + " FROM score WHERE scope_code = 'B01'");
        monthEnd("a score corrected");
        assertThat(rows(
                        "SELECT m.bonus, m.state, SUM(f.amount) FROM bonus_plan_month m JOIN bonus_figure f USING (sheet_id)"
                                + " GROUP BY m.bonus, m.state ORDER BY m.bonus"))
                .containsExactly("first SUBMITTED 1200.00", "second DRAFT 1600.00");
    }
}
