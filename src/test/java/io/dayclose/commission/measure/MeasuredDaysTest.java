package io.dayclose.commission.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.commission.Plans;
import io.dayclose.config.plan.Plan;
import io.dayclose.database.BulkWriter;
import io.dayclose.organisation.OrganisationStore;
import io.dayclose.period.IntakeMark;
import io.dayclose.phase.KeyForm;
import io.dayclose.phase.Phase;
import io.dayclose.phase.Phases;
import io.dayclose.testing.CompanyNights;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each day's lines come to, as facts come in over several nights. */
class MeasuredDaysTest extends CompanyNights {
    private static final Plan STAFF = Plans.plan(
            "  - {from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 10}, returns: {window-days: 5}}\n");
    private static final String CHANGES =
            "SELECT cause, origin_month, payee_code, after_close, CAST(net_amount AS DECIMAL(10, 2)) FROM measure_change ORDER BY cause, origin_month, net_amount";
    private static final String MEASURES =
            "SELECT source_day, origin_month, payee_code, line_count, CAST(SUM(net_amount) AS DECIMAL(10, 2)) FROM measure GROUP BY source_day, origin_month, payee_code, line_count ORDER BY source_day, origin_month, line_count";

    private JdbcTemplate jdbc() {
        return engine.work().jdbc();
    }

    /** All that has been taken in by now. */
    private IntakeMark taken() {
        return jdbc().query(
                        "SELECT MAX(night), MAX(source_id) FROM feed_source",
                        (row, n) -> new IntakeMark(row.getObject(1, LocalDate.class), row.getLong(2)))
                .get(0);
    }

    /** What a night brings, taken in and measured. */
    private void night(String date, String... lines) {
        home.sales("sale-" + date + ".csv", lines);
        nights.run(date);
        measure(Map.of());
    }

    /** Measures what has been touched since the last time, once more for what that touches. */
    private void measure(Map<YearMonth, IntakeMark> closed) {
        jdbc().update("DELETE FROM measure_change");
        var rules = new PlanRules(List.of(STAFF), new OrganisationStore(jdbc()).load(), closed);
        var days = new MeasuredDays(jdbc(), BulkWriter.forServer(engine.work().dataSource()), rules);
        new Phases()
                .untilDone(Phase.of("lines", KeyForm.DATE, days::due, days::measure))
                .runAll();
    }

    private static String sale(String doc, String date, String amount) {
        return doc + ",1,SALE," + date + ",W001,P005,G001,1," + amount + ",," + amount + ",,,,";
    }

    private static String back(String doc, String date, String amount, String original) {
        return doc + ",1,RETURN," + date + ",W001,P005,G001,1," + amount + ",," + amount + ",," + original + ",1,";
    }

    @Test
    void a_night_measures_its_own_day_and_a_second_look_finds_nothing() {
        night("2026-11-22", sale("S1", "2026-11-22", "100"), back("R1", "2026-11-22", "30", "S1"));
        assertThat(rows(MEASURES)).containsExactly("2026-11-22 2026-11 P005 2 70.00");
        assertThat(rows(CHANGES)).containsExactly("RETURN 2026-11 P005 0 -30.00", "SALE 2026-11 P005 0 100.00");
        measure(Map.of());
        assertThat(rows(CHANGES)).isEmpty();
    }

    @Test
    void late_sales_and_corrections_are_differences_of_their_own_days() {
        night("2026-11-22", sale("S1", "2026-11-22", "100"), back("R1", "2026-11-22", "30", "S1"));
        night("2026-11-23", sale("S1", "2026-11-22", "120"), sale("S2", "2026-11-22", "7"));
        assertThat(rows(CHANGES)).containsExactly("CORRECTION 2026-11 P005 0 20.00", "LATE 2026-11 P005 0 7.00");
        assertThat(rows(MEASURES)).containsExactly("2026-11-22 2026-11 P005 3 97.00");
    }

    @Test
    void a_return_of_a_sale_that_is_corrected_follows_it_to_its_new_seller() {
        night("2026-11-22", sale("S1", "2026-11-22", "100"));
        night("2026-11-23", back("R1", "2026-11-23", "30", "S1"));
        night("2026-11-24", "S1,1,SALE,2026-11-22,W001,P001,G001,1,100,,100,,,,");
        assertThat(rows(MEASURES))
                .containsExactly("2026-11-22 2026-11 P001 1 100.00", "2026-11-23 2026-11 P001 1 -30.00");
        assertThat(rows(CHANGES))
                .containsExactlyInAnyOrder(
                        "CORRECTION 2026-11 P005 0 -100.00",
                        "CORRECTION 2026-11 P005 0 30.00",
                        "CORRECTION 2026-11 P001 0 100.00",
                        "CORRECTION 2026-11 P001 0 -30.00");
    }

    @Test
    void a_day_that_is_measured_twice_in_a_night_brings_its_sales_once() {
        night("2026-11-22", sale("S1", "2026-11-20", "100"));
        night("2026-11-23", back("R1", "2026-11-21", "30", "S1"), sale("S2", "2026-11-21", "7"));
        night("2026-11-24", sale("S1", "2026-11-22", "100"), sale("S3", "2026-11-21", "5"));
        assertThat(rows(CHANGES))
                .as("S1 goes to a later day than its return, which is measured before it and again after it")
                .containsExactlyInAnyOrder(
                        "CORRECTION 2026-11 P005 0 -100.00",
                        "CORRECTION 2026-11 P005 0 100.00",
                        "LATE 2026-11 P005 0 5.00");
    }

    @Test
    void a_return_after_the_close_of_its_month_is_told_apart_and_one_too_late_counts_for_nobody() {
        night("2026-10-31", sale("S1", "2026-10-31", "100"), sale("S2", "2026-10-20", "50"));
        var atClose = taken();
        nights.run("2026-11-01");
        home.sales("sale-2.csv", back("R1", "2026-11-02", "30", "S1"), back("R2", "2026-11-02", "50", "S2"));
        nights.run("2026-11-02");
        measure(Map.of(YearMonth.parse("2026-10"), atClose));
        assertThat(rows(CHANGES)).containsExactly("RETURN 2026-10 P005 1 -30.00");
        assertThat(rows("SELECT reason, net_amount, first_doc_no FROM uncredited"))
                .containsExactly("OUTSIDE_WINDOW -50.00 R2");
    }

    @Test
    void a_return_that_came_before_the_close_and_is_corrected_after_it_stays_one_from_before() {
        night("2026-10-31", sale("S1", "2026-10-31", "100"), back("R1", "2026-10-31", "30", "S1"));
        var atClose = taken();
        home.sales("sale-2.csv", back("R1", "2026-10-31", "40", "S1"));
        nights.run("2026-11-01");
        measure(Map.of(YearMonth.parse("2026-10"), atClose));
        assertThat(rows(CHANGES)).containsExactly("CORRECTION 2026-10 P005 0 -10.00");
    }

    @Test
    void a_returned_voucher_that_is_accepted_after_the_close_came_after_it() {
        night("2026-10-31", sale("S1", "2026-10-31", "100"), back("R1", "2026-10-31", "30", "S2"));
        var atClose = taken();
        home.sales("sale-2.csv", sale("S2", "2026-10-31", "50"));
        nights.run("2026-11-01");
        measure(Map.of(YearMonth.parse("2026-10"), atClose));
        assertThat(rows(CHANGES)).containsExactly("LATE 2026-10 P005 1 -30.00", "LATE 2026-10 P005 0 50.00");
    }

    @Test
    void what_a_night_brings_when_it_is_run_again_is_new_all_the_same() {
        night("2026-11-22", sale("S1", "2026-11-22", "100"));
        home.sales("sale-2.csv", sale("S2", "2026-11-22", "7"));
        nights.again("2026-11-22", "a second file");
        measure(Map.of());
        assertThat(rows(CHANGES)).containsExactly("SALE 2026-11 P005 0 7.00");
    }

    @Test
    void a_return_whose_sale_is_cancelled_counts_for_nobody() {
        night("2026-11-22", sale("S1", "2026-11-22", "100"));
        night("2026-11-23", back("R1", "2026-11-23", "30", "S1"));
        night("2026-11-24", "S1,1,SALE,2026-11-22,W001,P005,G001,1,100,,100,,,,Y");
        assertThat(rows(MEASURES)).isEmpty();
        assertThat(rows("SELECT reason, net_amount, first_doc_no FROM uncredited"))
                .containsExactly("NO_ORIGINAL -30.00 R1");
    }

    @Test
    void a_cancelled_sale_takes_its_measure_with_it() {
        night("2026-11-22", sale("S1", "2026-11-22", "100"));
        night("2026-11-23", "S1,1,SALE,2026-11-22,W001,P005,G001,1,100,,100,,,,Y");
        assertThat(rows(MEASURES)).isEmpty();
        assertThat(rows(CHANGES)).containsExactly("CORRECTION 2026-11 P005 0 -100.00");
    }
}
