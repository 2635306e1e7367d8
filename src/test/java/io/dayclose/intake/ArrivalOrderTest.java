package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import org.junit.jupiter.api.Test;

/** Of one key the last arrival counts, whatever was wrong with the ones before and wherever blocks and files end. */
class ArrivalOrderTest extends CompanyNights {
    private static final String FACTS =
            "SELECT doc_no, quantity, amount, version, void FROM sale ORDER BY doc_no, version";
    private static final String OPEN =
            "SELECT voucher_key, reason FROM voucher WHERE resolved_on IS NULL ORDER BY voucher_key";
    private static final String COUNTS =
            "SELECT read_count, accepted, corrected, duplicate, returned FROM feed_source WHERE feed = 'sale' AND kind = 'FILE' ORDER BY source_id";

    private void night(String date, String... lines) {
        home.sales("sale-" + date + ".csv", lines);
        assertThat(nights.run(date).exitCode()).isZero();
    }

    @Test
    void a_record_returned_and_sent_right_in_the_same_night_leaves_nothing_open() {
        home.sales("sale-1.csv", "S1,1,SALE,2026-11-22,W999,P005,G001,1,10.00,,10.00,,,,");
        night("2026-11-22", "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,");
        assertThat(rows(FACTS)).containsExactly("S1 1 10.00 1 null");
        assertThat(rows(OPEN)).isEmpty();
        assertThat(rows(COUNTS)).containsExactly("1 0 0 0 1", "1 1 0 0 0");
    }

    @Test
    void a_fact_sent_again_takes_a_returned_correction_of_it_back() {
        night("2026-11-22", "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,");
        night("2026-11-23", "S1,1,SALE,2026-11-22,W999,P005,G001,2,10.00,,20.00,,,,");
        assertThat(rows(OPEN)).containsExactly("S1/1 UNKNOWN_OUTLET");
        night(
                "2026-11-24",
                "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,",
                "S2,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,");
        assertThat(rows(OPEN)).isEmpty();
        assertThat(rows(FACTS)).containsExactly("S1 1 10.00 1 null", "S2 1 10.00 1 null");
    }

    @Test
    void a_later_arrival_counts_even_when_it_says_it_happened_earlier() {
        timed(
                "S1,1,SALE,2026-11-22,2026-11-22 15:00:00,W001,P005,G002,1,2000,,2000,SN1,",
                "S1,1,SALE,2026-11-22,2026-11-22 14:00:00,W001,P005,G002,1,1999,,1999,SN1,");
        assertThat(rows(FACTS)).containsExactly("S1 1 2000.00 1 null", "S1 1 1999.00 2 null");
    }

    @Test
    void a_pending_record_overtaken_by_a_plain_one_does_not_come_back() {
        timed(
                "S1,1,SALE,2026-11-22,2026-11-22 15:00:00,W001,P005,G002,1,2000,,2000,SN1,",
                "S1,1,SALE,2026-11-22,2026-11-22 15:00:00,W001,P005,G001,1,10,,10,,",
                "S2,1,SALE,2026-11-22,2026-11-22 15:00:00,W001,P005,G002,1,2000,,2000,SN1,");
        assertThat(rows(FACTS)).containsExactly("S1 1 10.00 1 null", "S2 1 2000.00 1 null");
        assertThat(rows(COUNTS)).containsExactly("1 0 0 1 0", "1 1 0 0 0", "1 1 0 0 0");
    }

    @Test
    void a_new_piece_is_a_fact_at_once_and_corrected_like_any_other() {
        timed(
                "S1,1,SALE,2026-11-22,2026-11-22 15:00:00,W001,P005,G002,1,2000,,2000,SN1,",
                "S1,1,SALE,2026-11-22,2026-11-22 15:00:00,W001,P005,G001,1,10,,10,,");
        assertThat(rows(FACTS)).containsExactly("S1 1 2000.00 1 null", "S1 1 10.00 2 null");
        assertThat(rows(COUNTS)).containsExactly("1 1 0 0 0", "1 0 1 0 0");
    }

    /** A file for each line: two rows of one key in one file are nobody's order. */
    private void timed(String... lines) {
        for (int i = 0; i < lines.length; i++) {
            home.write(
                    "inbox/sale-t%d.csv".formatted(i),
                    "doc_no,line_no,kind,business_date,sold_at,outlet_code,seller_code,product_code,quantity,unit_price,discount,amount,serial_no,void\n"
                            + lines[i] + "\n");
        }
        assertThat(nights.run("2026-11-22").exitCode()).isZero();
    }

    @Test
    void a_cancellation_sent_again_is_a_duplicate_and_one_of_a_returned_record_takes_it_back() {
        night(
                "2026-11-22",
                "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,",
                "S2,1,SALE,2026-11-22,W999,P005,G001,1,10.00,,10.00,,,,");
        night("2026-11-23", "S1,1,,,,,,,,,,,,,Y", "S2,1,,,,,,,,,,,,,Y");
        assertThat(rows(OPEN)).isEmpty();
        night("2026-11-24", "S1,1,,,,,,,,,,,,,Y", "S9,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,Y");
        assertThat(rows(OPEN)).isEmpty();
        assertThat(rows(COUNTS)).containsExactly("2 1 0 0 1", "2 0 2 0 0", "2 1 0 1 0");
        assertThat(rows("SELECT doc_no FROM current_sale")).isEmpty();
    }

    @Test
    void what_was_cancelled_the_same_night_cannot_be_returned() {
        night("2026-11-22", "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,");
        night("2026-11-23", "R1,1,RETURN,2026-11-23,W001,,G001,1,10.00,,10.00,,S1,1,", "S1,1,,,,,,,,,,,,,Y");
        assertThat(rows(OPEN)).containsExactly("R1/1 ORIGINAL_NOT_FOUND");
    }

    @Test
    void a_return_of_an_unknown_sale_does_not_make_room_for_two_sales() {
        night("2026-11-22", "R1,1,RETURN,2026-11-20,W001,,G002,1,1999,,1999,SN1,,,");
        night("2026-11-23", "S1,1,SALE,2026-11-22,W001,P005,G002,1,1999,,1999,SN1,,,");
        night("2026-11-24", "S2,1,SALE,2026-11-23,W001,P005,G002,1,1999,,1999,SN1,,,");
        assertThat(rows(OPEN)).containsExactly("S2/1 SERIAL_SOLD_TWICE");
    }

    @Test
    void what_waits_for_others_is_read_again_as_it_was_meant() {
        home.write("jobs-config/feeds/sale.yml", """
                feed: sale
                source: {files: "sale-*.csv"}
                key: [doc_no, line_no]
                layout: {delimiter: ";", decimal: ",", dates: ["d/M/yyyy"]}
                """);
        restart();
        home.write(
                "inbox/sale-1.csv",
                "doc_no;line_no;kind;business_date;outlet_code;product_code;quantity;unit_price;amount;serial_no\n"
                        + "S1;01;SALE;22/11/2026;W001;G002;1;1.999,50;1999,50;SN1\n"
                        + "S2;02;SALE;22/11/2026;W404;G001;1;12,5;12,50;\n");
        nights.run("2026-11-22");
        assertThat(rows(FACTS)).containsExactly("S1 1 1999.50 1 null");
        home.write("inbox/outlet-2.csv", "outlet_code,name,branch_code,channel\nW404,新店,B01,OWN\n");
        nights.run("2026-11-23");
        assertThat(rows(FACTS)).containsExactly("S1 1 1999.50 1 null", "S2 1 12.50 1 null");
        assertThat(rows(OPEN)).isEmpty();
    }
}
