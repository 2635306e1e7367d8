package io.dayclose.commission.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.commission.Plans;
import io.dayclose.commission.measure.MeasuredDays.Tools;
import io.dayclose.config.plan.Plan;
import io.dayclose.database.BulkWriter;
import io.dayclose.organisation.OrganisationStore;
import io.dayclose.testing.CompanyNights;
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

    private long lastSource() {
        var last = jdbc().queryForObject("SELECT COALESCE(MAX(source_id), 0) FROM feed_source", Long.class);
        return last == null ? 0 : last;
    }

    /** Measures what a night has touched; the ledger stands on the facts up to a source. */
    private void measure(long ledgered, Map<YearMonth, Long> closed) {
        jdbc().update("DELETE FROM measure_change");
        var days = new MeasuredDays(
                new Tools(jdbc(), BulkWriter.forServer(engine.work().dataSource())),
                List.of(STAFF),
                new OrganisationStore(jdbc()).load(),
                new Ledgered(ledgered, closed));
        for (var day = days.next(); day.isPresent(); day = days.next()) {
            days.measure(day.get());
        }
    }

    private static String sale(String doc, String date, String amount) {
        return doc + ",1,SALE," + date + ",W001,P005,G001,1," + amount + ",," + amount + ",,,,";
    }

    private static String back(String doc, String date, String amount, String original) {
        return doc + ",1,RETURN," + date + ",W001,P005,G001,1," + amount + ",," + amount + ",," + original + ",1,";
    }

    @Test
    void a_night_measures_its_own_day_and_a_second_look_finds_nothing() {
        home.sales("sale-1.csv", sale("S1", "2026-11-22", "100"), back("R1", "2026-11-22", "30", "S1"));
        nights.run("2026-11-22");
        measure(0, Map.of());
        assertThat(rows(MEASURES)).containsExactly("2026-11-22 2026-11 P005 2 70.00");
        assertThat(rows(CHANGES)).containsExactly("RETURN 2026-11 P005 0 -30.00", "SALE 2026-11 P005 0 100.00");
        measure(lastSource(), Map.of());
        assertThat(rows(CHANGES)).isEmpty();
    }

    @Test
    void late_sales_and_corrections_are_differences_of_their_own_days() {
        home.sales("sale-1.csv", sale("S1", "2026-11-22", "100"), back("R1", "2026-11-22", "30", "S1"));
        nights.run("2026-11-22");
        measure(0, Map.of());
        long known = lastSource();
        home.sales("sale-2.csv", sale("S1", "2026-11-22", "120"), sale("S2", "2026-11-22", "7"));
        nights.run("2026-11-23");
        measure(known, Map.of());
        assertThat(rows(CHANGES)).containsExactly("CORRECTION 2026-11 P005 0 20.00", "LATE 2026-11 P005 0 7.00");
        assertThat(rows(MEASURES)).containsExactly("2026-11-22 2026-11 P005 3 97.00");
    }

    @Test
    void a_return_of_a_sale_that_is_corrected_follows_it_to_its_new_seller() {
        home.sales("sale-1.csv", sale("S1", "2026-11-22", "100"));
        nights.run("2026-11-22");
        home.sales("sale-2.csv", back("R1", "2026-11-23", "30", "S1"));
        nights.run("2026-11-23");
        measure(0, Map.of());
        long known = lastSource();
        home.sales("sale-3.csv", "S1,1,SALE,2026-11-22,W001,P001,G001,1,100,,100,,,,");
        nights.run("2026-11-24");
        measure(known, Map.of());
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
    void a_return_after_the_close_of_its_month_is_told_apart_and_one_too_late_counts_for_nobody() {
        home.sales("sale-1.csv", sale("S1", "2026-10-31", "100"), sale("S2", "2026-10-20", "50"));
        nights.run("2026-10-31");
        measure(0, Map.of());
        long known = lastSource();
        home.sales("sale-2.csv", back("R1", "2026-11-02", "30", "S1"), back("R2", "2026-11-02", "50", "S2"));
        nights.run("2026-11-01");
        nights.run("2026-11-02");
        measure(known, Map.of(YearMonth.parse("2026-10"), known));
        assertThat(rows(CHANGES)).containsExactly("RETURN 2026-10 P005 1 -30.00");
        assertThat(rows("SELECT reason, net_amount, first_doc_no FROM uncredited"))
                .containsExactly("OUTSIDE_WINDOW -50.00 R2");
    }

    @Test
    void a_cancelled_sale_takes_its_measure_with_it_and_its_returns_lose_their_original() {
        home.sales("sale-1.csv", sale("S1", "2026-11-22", "100"));
        nights.run("2026-11-22");
        measure(0, Map.of());
        long known = lastSource();
        home.sales("sale-2.csv", "S1,1,SALE,2026-11-22,W001,P005,G001,1,100,,100,,,,Y");
        nights.run("2026-11-23");
        measure(known, Map.of());
        assertThat(rows(MEASURES)).isEmpty();
        assertThat(rows(CHANGES)).containsExactly("CORRECTION 2026-11 P005 0 -100.00");
    }
}
