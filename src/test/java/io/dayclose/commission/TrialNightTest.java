package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dayclose.job.DryRun;
import io.dayclose.run.RunRequest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A night that is only tried leaves nothing behind and disturbs nobody. */
class TrialNightTest extends CommissionCompany {
    private static final RunRequest TRIAL = new RunRequest(
            "nightly",
            LocalDate.parse("2026-11-16"),
            RunRequest.Cause.OPERATOR,
            "test",
            Optional.empty(),
            Optional.empty());

    @Test
    void a_trial_posts_nothing_and_waits_for_no_run_at_work() throws SQLException {
        plan("staff", TEN_PERCENT);
        restart();
        night("2026-11-15", sale("S1", "2026-11-15", "100"));
        home.sales("sale-x.csv", sale("S2", "2026-11-16", "100"));
        trial();
        assertThat(rows("SELECT (SELECT COUNT(*) FROM ledger), (SELECT COUNT(*) FROM commission_round)"))
                .containsExactly("1 1");
        try (var other = engine.work().dataSource().getConnection();
                var statement = other.createStatement()) {
            statement.execute("SELECT GET_LOCK(CONCAT('dayclose:', DATABASE(), ':intake'), 0)");
            assertThatThrownBy(this::trial).hasMessageContaining("DC-608");
            statement.execute("SELECT RELEASE_ALL_LOCKS()");
        }
    }

    private void trial() {
        new DryRun(engine.work(), engine.transactions(), nights).run(TRIAL);
    }
}
