package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of records, told night by night. */
class NightIntakeTest extends CompanyNights {
    private static final String FEEDS =
            "SELECT name, read_count, accepted, corrected, duplicate, waiting, returned, refused FROM feed_source WHERE feed = 'sale' AND night = '%s' AND state <> 'EMPTY' ORDER BY source_id";
    private static final String OPEN =
            "SELECT voucher_key, decision, reason, column_name, value FROM voucher WHERE resolved_on IS NULL ORDER BY voucher_key, source_line";

    private List<String> feeds(String night) {
        return rows(FEEDS.formatted(night));
    }

    @Test
    void each_rule_returns_its_voucher_with_reason_column_and_value() {
        oneLinePerRule();
        var result = nights.run("2026-11-22");
        assertThat(result.exitCode()).isZero();
        assertThat(feeds("2026-11-22")).containsExactly("sale-1.csv 19 1 0 0 0 14 4");
        assertThat(rows(OPEN))
                .containsExactly(
                        " REFUSED UNREADABLE_ROW  S15,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00",
                        "S02/1 RETURNED AMOUNT_MISMATCH amount 19.00",
                        "S03/1 RETURNED UNKNOWN_OUTLET outlet_code W999",
                        "S04/1 RETURNED OUTLET_CLOSED outlet_code W003",
                        "S05/1 RETURNED PERSON_LEFT seller_code P004",
                        "S06/1 RETURNED NO_CONTRACT outlet_code W002 (D01)",
                        "S07/1 RETURNED SERIAL_MISSING serial_no ",
                        "S08/1 RETURNED SERIAL_QUANTITY quantity 2",
                        "S09/1 RETURNED UNKNOWN_PRODUCT product_code G999",
                        "S10/1 RETURNED UNKNOWN_PERSON seller_code P999",
                        "S11/1 REFUSED NEGATIVE_NUMBER quantity -1",
                        "S12 REFUSED MISSING_KEY line_no ",
                        "S13/1 RETURNED NOT_IN_LIST kind GIFT",
                        "S14/1 RETURNED BAD_DATE business_date 2026-11-31",
                        "S16/1 RETURNED ORIGINAL_NOT_FOUND original_doc_no S99/1",
                        "S17/1 REFUSED SCIENTIFIC_NOTATION unit_price 1E3",
                        "S18/1 RETURNED MISSING_VALUE unit_price ",
                        "S19/1 RETURNED NOTHING_TO_VOID void Y");
    }

    private void oneLinePerRule() {
        home.sales(
                "sale-1.csv",
                "S01,1,SALE,2026-11-22,W001,P005,G001,2,10.00,1.00,19.00,,,,",
                "S02,1,SALE,2026-11-22,W001,P005,G001,2,10.00,,19.00,,,,",
                "S03,1,SALE,2026-11-22,W999,P005,G001,1,10.00,,10.00,,,,",
                "S04,1,SALE,2026-11-22,W003,P005,G001,1,10.00,,10.00,,,,",
                "S05,1,SALE,2026-11-22,W001,P004,G001,1,10.00,,10.00,,,,",
                "S06,1,SALE,2026-11-22,W002,,G001,1,10.00,,10.00,,,,",
                "S07,1,SALE,2026-11-22,W001,P005,G002,1,1999,,1999,,,,",
                "S08,1,SALE,2026-11-22,W001,P005,G002,2,1999,,3998,SN1,,,",
                "S09,1,SALE,2026-11-22,W001,P005,G999,1,10.00,,10.00,,,,",
                "S10,1,SALE,2026-11-22,W001,P999,G001,1,10.00,,10.00,,,,",
                "S11,1,SALE,2026-11-22,W001,P005,G001,-1,10.00,,-10.00,,,,",
                "S12,,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,",
                "S13,1,GIFT,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,",
                "S14,1,SALE,2026-11-31,W001,P005,G001,1,10.00,,10.00,,,,",
                "S15,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00",
                "S16,1,RETURN,2026-11-22,W001,,G001,1,10.00,,10.00,,S99,1,",
                "S17,1,SALE,2026-11-22,W001,P005,G001,1,1E3,,1000,,,,",
                "S18,1,SALE,2026-11-22,W001,P005,G001,1,,,10.00,,,,",
                "S19,1,SALE,2026-11-22,,,,,,,,,,,Y");
    }

    @Test
    void a_correction_is_a_new_version_the_same_again_a_duplicate_and_void_cancels() {
        home.sales(
                "sale-1.csv",
                "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,",
                "S2,1,SALE,2026-11-22,W001,P005,G001,1,10,,10,,,,",
                "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.0,,10.00,,,,");
        nights.run("2026-11-22");
        assertThat(feeds("2026-11-22")).containsExactly("sale-1.csv 3 2 0 1 0 0 0");
        home.sales("sale-2.csv", "S1,1,SALE,2026-11-22,W001,P005,G001,3,10.00,,30.00,,,,", "S2,1,,,,,,,,,,,,,Y");
        nights.run("2026-11-23");
        assertThat(feeds("2026-11-23")).containsExactly("sale-2.csv 2 0 2 0 0 0 0");
        assertThat(rows("SELECT doc_no, quantity, amount, version FROM current_sale"))
                .containsExactly("S1 3 30.00 2");
        assertThat(rows("SELECT COUNT(*) FROM sale")).containsExactly("4");
    }

    @Test
    void the_same_bytes_again_are_a_duplicate_file_and_are_not_read() {
        home.sales("sale-1.csv", "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,");
        nights.run("2026-11-22");
        home.sales("sale-2.csv", "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,");
        nights.run("2026-11-23");
        assertThat(feeds("2026-11-23")).containsExactly("sale-2.csv 0 0 0 0 0 0 0");
        assertThat(nights.notices())
                .anyMatch(notice ->
                        notice.startsWith("inbox/sale-2.csv: the same bytes came as sale-1.csv for 2026-11-22"));
        assertThat(folder.resolve("archive/2026-11-23/sale/sale-2.csv")).exists();
    }

    @Test
    void a_returned_voucher_becomes_a_fact_by_itself_when_what_was_missing_arrives() {
        home.sales("sale-1.csv", "S1,1,SALE,2026-11-22,W009,P005,G001,1,10.00,,10.00,,,,");
        nights.run("2026-11-22");
        assertThat(rows(OPEN)).containsExactly("S1/1 RETURNED UNKNOWN_OUTLET outlet_code W009");
        home.write("inbox/outlet-2.csv", "outlet_code,name,branch_code,channel\nW009,新店,B01,OWN\n");
        nights.run("2026-11-23");
        assertThat(rows(OPEN)).isEmpty();
        assertThat(feeds("2026-11-23")).containsExactly("(returned) 1 1 0 0 0 0 0");
        assertThat(rows("SELECT doc_no, night FROM current_sale")).containsExactly("S1 2026-11-23");
    }

    @Test
    void a_corrected_record_replaces_the_returned_one() {
        home.sales("sale-1.csv", "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,11.00,,,,");
        nights.run("2026-11-22");
        home.sales("sale-2.csv", "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,");
        nights.run("2026-11-23");
        assertThat(rows("SELECT voucher_key, resolution FROM voucher")).containsExactly("S1/1 REPLACED");
        assertThat(rows("SELECT amount FROM current_sale")).containsExactly("10.00");
    }

    @Test
    void a_record_of_tomorrow_waits_for_its_day() {
        home.sales(
                "sale-1.csv",
                "S1,1,SALE,2026-11-24,W001,P005,G001,1,10.00,,10.00,,,,",
                "S2,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,");
        nights.run("2026-11-22");
        nights.run("2026-11-23");
        assertThat(feeds("2026-11-22")).containsExactly("sale-1.csv 2 1 0 0 1 0 0");
        assertThat(feeds("2026-11-23")).isEmpty();
        nights.run("2026-11-24");
        assertThat(feeds("2026-11-24")).containsExactly("(waiting) 1 1 0 0 0 0 0");
    }

    @Test
    void returns_are_judged_after_all_files_of_the_night_whatever_their_order() {
        home.sales(
                "sale-1.csv",
                "R1,1,RETURN,2026-11-22,W001,,G001,2,10.00,,20.00,,S9,1,",
                "R2,1,RETURN,2026-11-22,W001,,G001,2,10.00,,20.00,,S9,1,",
                "R3,1,RETURN,2026-11-22,W001,,G001,1,10.00,,10.00,,,,");
        home.sales("sale-2.csv", "S9,1,SALE,2026-11-22,W001,P005,G001,3,10.00,,30.00,,,,");
        nights.run("2026-11-22");
        assertThat(rows("SELECT doc_no FROM current_sale ORDER BY doc_no")).containsExactly("R1", "R3", "S9");
        assertThat(rows(OPEN)).containsExactly("R2/1 RETURNED OVER_RETURNED quantity 2");
    }

    @Test
    void a_serial_number_sells_again_only_after_it_came_back() {
        home.sales(
                "sale-1.csv",
                "B2,1,SALE,2026-11-22,W001,P005,G002,1,1999,,1999,SN1,,,",
                "A1,1,RETURN,2026-11-22,W001,,G002,1,1999,,1999,SN1,S1,1,",
                "S1,1,SALE,2026-11-22,W001,P005,G002,1,1999,,1999,SN1,,,",
                "S3,1,SALE,2026-11-22,W001,P005,G002,1,1999,,1999,SN2,,,",
                "S4,1,SALE,2026-11-22,W001,P005,G002,1,1999,,1999,SN2,,,");
        nights.run("2026-11-22");
        assertThat(rows(OPEN))
                .containsExactly(
                        "A1/1 RETURNED ORIGINAL_NOT_FOUND original_doc_no S1/1",
                        "S1/1 RETURNED SERIAL_SOLD_TWICE serial_no SN1",
                        "S4/1 RETURNED SERIAL_SOLD_TWICE serial_no SN2");
    }

    @Test
    void a_file_without_a_required_column_is_left_out_and_said_so() {
        home.write("inbox/sale-1.csv", "doc_no,line_no,kind\nS1,1,SALE\n");
        nights.run("2026-11-22");
        assertThat(nights.notices())
                .contains(
                        "archive/2026-11-22/sale/sale-1.csv: column \"business_date\" of feed sale is missing in the header, which is: doc_no, line_no, kind; add it or name its header under columns [DC-406]");
    }

    @Test
    void master_data_counts_as_of_the_business_date() {
        home.write(
                "inbox/outlet-2.csv",
                "outlet_code,valid_from,name,branch_code,channel\nW001,2026-11-23,上海旗舰店,B02,OWN\nW010,2026-11-23,明天店,B01,OWN\n");
        home.sales(
                "sale-1.csv",
                "S1,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,",
                "S2,1,SALE,2026-11-22,W010,P005,G001,1,10.00,,10.00,,,,");
        nights.run("2026-11-22");
        assertThat(rows(OPEN)).containsExactly("S2/1 RETURNED UNKNOWN_OUTLET outlet_code W010");
        home.sales("sale-2.csv", "S3,1,SALE,2026-11-23,W001,P005,G001,1,10.00,,10.00,,,,");
        nights.run("2026-11-23");
        assertThat(
                        rows(
                                "SELECT s.doc_no, o.branch_code FROM current_sale s JOIN outlet_dated o ON o.outlet_code = s.outlet_code AND o.valid_from <= s.business_date AND o.valid_until > s.business_date ORDER BY 1"))
                .containsExactly("S1 B01", "S3 B02");
    }
}
