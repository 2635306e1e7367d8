package io.dayclose.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Four dates in one go; the third of them cannot be closed at first. */
class BackfillTest extends CompanyNights {
    private static final String[] ASKED = {
        "backfill", "nightly", "--from", "2026-11-18", "--to", "2026-11-21", "--format", "csv"
    };

    @Override
    protected TestHome prepared(TestHome company) {
        company.write("inbox/sale-cut.csv", "doc_no,line_no\n");
        LocalDate.parse("2026-11-18")
                .datesUntil(LocalDate.parse("2026-11-22"))
                .forEach(date -> company.sales(
                        "sale-" + date + ".csv",
                        "S%s,1,SALE,%s,W001,P005,G001,1,10.00,,10.00,,,,".formatted(date, date)));
        return company;
    }

    @Test
    void cut_off_at_a_date_it_goes_on_there_and_leaves_finished_dates_alone() {
        engine.work()
                .jdbc()
                .execute(
                        "CREATE TRIGGER stop BEFORE INSERT ON business_day FOR EACH ROW IF NEW.business_date = '2026-11-20' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the disk is full'; END IF");
        var stopped = shell().run(ASKED);
        engine.work().jdbc().execute("DROP TRIGGER stop");
        assertThat(stopped.code())
                .as("a date that failed is not hidden by one that needs a look")
                .isEqualTo(1);
        assertThat(stopped.lines()).hasSize(4);
        assertThat(stopped.lines().get(3)).startsWith("2026-11-20,").contains(",1,");
        var went = shell().run(ASKED);
        assertThat(went.code()).as(went.err()).isEqualTo(4);
        assertThat(went.err()).contains("需要人工处理：2026-11-18");
        assertThat(went.lines()).hasSize(5);
        assertThat(went.lines().get(1)).startsWith("2026-11-18,").contains("补跑中断前已完成", ",4,", "sale-cut.csv");
        assertThat(rows("SELECT business_date, run_number, state, attempts FROM job_run ORDER BY 1"))
                .containsExactly(
                        "2026-11-18 1 COMPLETED 1",
                        "2026-11-19 1 COMPLETED 1",
                        "2026-11-20 1 COMPLETED 2",
                        "2026-11-21 1 COMPLETED 1");
        assertThat(shell().run(ASKED).lines().get(1)).doesNotContain("补跑中断前已完成");
        assertThat(rows("SELECT MAX(run_number) FROM job_run WHERE business_date = '2026-11-18'"))
                .as("asked again after its end, it is another one")
                .containsExactly("2");
    }
}
