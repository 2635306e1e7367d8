package io.dayclose.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.job.RunRequest;
import io.dayclose.job.RunResult;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The lists for the bank. */
class PayoutFilesTest extends CommissionCompany {

    @Test
    void two_months_that_are_closed_in_one_run_have_a_list_each() {
        plan("staff", TEN_PERCENT);
        home.write("jobs-config/jobs/month-end.yml", "job: month-end\nsteps: [settle, close-month]\n");
        restart();
        night("2026-11-30", sale("S1", "2026-10-31", "1000"), sale("S2", "2026-11-30", "100"));
        assertThat(monthEnd("2026-11-30").problems()).isEmpty();
        assertThat(home.folder().resolve("out/payout/payout-2026-10.csv"))
                .content()
                .contains("P005,周军,2026-10,100.00");
        assertThat(home.folder().resolve("out/payout/payout-2026-11.csv"))
                .content()
                .contains("P005,周军,2026-11,10.00");
    }

    private RunResult monthEnd(String date) {
        var request = new RunRequest(
                "month-end",
                LocalDate.parse(date),
                RunRequest.Cause.OPERATOR,
                "test",
                Optional.empty(),
                Optional.empty());
        return engine.runner().run(request, nights);
    }
}
