package io.dayclose.bonus;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.ChildProgram;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The last word on a bonus is said by a process that is killed (kill -9) once it has written that word and before it has paid. */
class BonusKilledTest extends CompanyNights {
    private static final String WAITS =
            "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND state LIKE 'Waiting for table%'";
    private static final String OTHERS =
            "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND info LIKE '%`ledger`%' AND id <> CONNECTION_ID()";

    @Override
    protected TestHome prepared(TestHome company) {
        company.write(
                "inbox/score-2.csv", "period,metric,scope_kind,scope_code,value\n2026-11,satisfaction,BRANCH,B02,80\n");
        company.write("jobs-config/jobs/nightly.yml", "job: nightly\nsteps: [extract, commission, close-day]\n");
        return BonusStoryTest.managersBonus(company);
    }

    private static String[] words(String what, String user) {
        return new String[] {"bonus", what, "manager", "--period", "2026-11", "--as", user};
    }

    @Test
    void an_approval_that_is_killed_on_its_way_never_was_and_the_next_one_pays_once() throws SQLException {
        assertThat(nights.run("2026-11-30").problems()).isEmpty();
        for (var deed : List.of(
                words("draft", "chen"), words("submit", "chen"), words("approve", "zhou"), words("approve", "wang"))) {
            assertThat(shell().run(deed).code()).isZero();
        }
        killWhilePaying();
        assertThat(rows("SELECT COUNT(*) FROM ledger")).containsExactly("0");
        assertThat(shell().run("show", "bonus", "--period", "2026-11", "--format", "csv")
                        .lines())
                .contains("manager,2026-11,P001,92.67,0.926700,4633.50,FINANCE_APPROVED,");
        assertThat(shell().run(words("approve", "gm")).code()).isZero();
        assertThat(shell().run(words("approve", "gm")).code())
                .as("the same word again")
                .isEqualTo(3);
        assertThat(rows("SELECT type, amount FROM ledger")).containsExactly("BONUS 4633.50");
    }

    /** The ledger is held, so that the process must wait with its last word written and nothing committed. */
    private void killWhilePaying() throws SQLException {
        ChildProgram child;
        try (var held = engine.work().dataSource().getConnection();
                var statement = held.createStatement()) {
            statement.execute("LOCK TABLES ledger READ");
            child = child(words("approve", "gm"));
            until(child, WAITS, "1");
            child.kill();
            statement.execute("UNLOCK TABLES");
        }
        until(child, OTHERS, "0");
    }

    private void until(ChildProgram child, String sql, String count) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!rows(sql).equals(List.of(count))) {
            assertThat(System.nanoTime()).as(child.output()).isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
