package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.run.RunRequest;
import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A date a year off is a slip more often than a late record. */
class StaleDatesTest extends CompanyNights {
    private static final String OPEN =
            "SELECT voucher_key, reason, column_name, value, expected, branch_code FROM voucher WHERE resolved_on IS NULL ORDER BY voucher_key";

    private static String sale(String document, String date) {
        return "%s,1,SALE,%s,W001,P005,G001,1,10.00,,10.00,,,,".formatted(document, date);
    }

    @Override
    protected TestHome prepared(TestHome company) {
        return company.feeds("shipment");
    }

    @Test
    void a_first_night_takes_the_past_and_a_later_one_returns_it() {
        home.sales("sale-1.csv", sale("S1", "2025-11-20"));
        nights.run("2026-11-21");
        home.sales("sale-2.csv", sale("S2", "2025-11-21"), sale("S3", "2026-08-21"), sale("S4", "2026-08-22"));
        nights.run("2026-11-22");
        assertThat(rows("SELECT doc_no FROM sale ORDER BY 1")).containsExactly("S1", "S4");
        assertThat(rows(OPEN))
                .containsExactly(
                        "S2/1 STALE_DATE business_date 2025-11-21 ≥ 2026-08-22 B01",
                        "S3/1 STALE_DATE business_date 2026-08-21 ≥ 2026-08-22 B01");
        nights.run("2026-11-23");
        assertThat(rows(OPEN)).hasSize(2);
        home.write(
                "jobs-config/feeds/sale.yml",
                "feed: sale\nsource: {files: \"sale-*.csv\"}\nkey: [doc_no, line_no]\nlate-days: 400\n");
        reopen();
        nights.again("2026-11-23", "the stock-take of last year");
        assertThat(rows(OPEN)).isEmpty();
        assertThat(rows("SELECT doc_no, version FROM sale ORDER BY 1")).containsExactly("S1 1", "S2 1", "S3 1", "S4 1");
    }

    @Test
    void what_waits_for_its_outlet_may_grow_old() {
        nights.run("2026-11-21");
        home.sales("sale-1.csv", sale("S1", "2026-08-22").replace("W001", "W009"));
        nights.run("2026-11-22");
        home.write("inbox/outlet-2.csv", "outlet_code,name,branch_code,channel\nW009,新店,B01,OWN\n");
        nights.run("2026-11-23");
        assertThat(rows(OPEN)).isEmpty();
        assertThat(rows("SELECT doc_no FROM sale")).containsExactly("S1");
    }

    @Test
    void a_parcel_of_long_ago_that_is_known_may_change() {
        var header = "carrier_code,waybill_no,dealer_code,shipped_on,status,cod_amount\n";
        home.write("inbox/shipment-1.csv", header + "SF,W1,D01,2026-05-02,SHIPPED,100.00\n");
        nights.run("2026-11-21");
        home.write(
                "inbox/shipment-2.csv",
                header + "SF,W1,D01,2026-05-02,RETURNED,100.00\nSF,W2,D01,2026-05-02,RETURNED,100.00\n");
        nights.run("2026-11-22");
        assertThat(rows("SELECT waybill_no, status, version FROM shipment ORDER BY 1, 3"))
                .containsExactly("W1 SHIPPED 1", "W1 RETURNED 2");
        assertThat(rows(OPEN)).containsExactly("SF/W2 STALE_DATE shipped_on 2026-05-02 ≥ 2026-08-22 B02");
    }

    @Test
    void a_backfill_takes_the_past() {
        nights.run("2026-11-21");
        home.sales("sale-1.csv", sale("S1", "2025-11-20"));
        engine.runner()
                .run(
                        new RunRequest(
                                "nightly",
                                LocalDate.parse("2026-11-22"),
                                RunRequest.Cause.BACKFILL,
                                "test",
                                Optional.empty(),
                                Optional.empty()),
                        nights);
        assertThat(rows("SELECT doc_no FROM sale")).containsExactly("S1");
    }
}
