package io.dayclose.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CutCommits;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edge case 36: cut off in the middle and run again, the golden cycle ends as it does undisturbed. */
class Case36Test {
    private static String calm = "";
    private static long commits;

    @TempDir
    private Path undisturbed;

    @TempDir
    private Path disturbed;

    private void runCalm() {
        if (!calm.isEmpty()) {
            return;
        }
        var counter = new CutCommits();
        try (var company = GoldenCycle.company(undisturbed)) {
            company.start(counter);
            opening(company);
            counter.cut(0, false);
            company.deliver(GoldenCycle.AS_OF);
            company.nights().run(GoldenCycle.AS_OF);
            commits = counter.counted();
            calm = company.everything(GoldenCycle.AS_OF);
        }
    }

    private static void opening(CarrierCompany company) {
        company.deliver(GoldenCycle.OPENING);
        assertThat(company.nights().run(GoldenCycle.OPENING).exitCode()).isIn(0, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 40, 50, 60, 70, 80})
    void case_36_a_night_cut_off_and_run_again_ends_as_one_without_a_crash(int percent) {
        runCalm();
        var cuts = new CutCommits();
        try (var company = GoldenCycle.company(disturbed)) {
            company.start(cuts);
            opening(company);
            company.deliver(GoldenCycle.AS_OF);
            cuts.cut(Math.max(1, commits * percent / 100), percent % 20 == 0);
            for (int tries = 0; tries < 3 && failed(company); tries++) {
                cuts.cut(0, false);
            }
            assertThat(company.everything(GoldenCycle.AS_OF)).isEqualTo(calm);
        }
    }

    /** A run may end badly, or the program itself may break; both are met by running again. */
    private static boolean failed(CarrierCompany company) {
        try {
            return company.nights().run(GoldenCycle.AS_OF).exitCode() == 1;
        } catch (RuntimeException broken) {
            return true;
        }
    }

    @Test
    void case_36_the_calm_night_commits_more_than_once() {
        runCalm();
        assertThat(commits).isGreaterThan(10);
    }
}
