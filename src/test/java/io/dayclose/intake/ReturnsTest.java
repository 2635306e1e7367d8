package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Returns as people send them: after somebody has left, of a document without a line, of money without goods. */
class ReturnsTest extends CompanyNights {
    private static final String OPEN =
            "SELECT voucher_key, reason, column_name, value, expected FROM voucher WHERE resolved_on IS NULL ORDER BY voucher_key";
    private static final String RETURNS =
            "SELECT doc_no, original_doc_no, original_line_no, quantity, amount, version FROM current_sale WHERE kind = 'RETURN' ORDER BY doc_no";
    private static final String COUNTS =
            "SELECT read_count, accepted, corrected, duplicate, returned FROM feed_source WHERE feed = 'sale' AND kind = 'FILE' ORDER BY source_id";

    private void night(String date, String... lines) {
        home.sales("sale-" + date + ".csv", lines);
        assertThat(nights.run(date).exitCode()).isZero();
    }

    @Test
    void a_return_is_asked_as_of_its_sale_whoever_has_left_since() {
        night(
                "2026-11-22",
                "S1,1,SALE,2026-11-10,W001,P004,G001,2,10.00,,20.00,,,,",
                "R1,1,RETURN,2026-11-22,W001,P004,G001,1,10.00,,10.00,,S1,1,",
                "S2,1,SALE,2026-11-05,W002,,G001,1,10.00,,10.00,,,,",
                "R2,1,RETURN,2026-11-22,W002,,G001,1,10.00,,10.00,,S2,1,",
                "S3,1,SALE,2026-11-19,W003,,G001,1,10.00,,10.00,,,,",
                "R3,1,RETURN,2026-11-22,W003,,G001,1,10.00,,10.00,,S3,,");
        assertThat(rows(OPEN)).isEmpty();
        assertThat(rows(RETURNS)).containsExactly("R1 S1 1 1 10.00 1", "R2 S2 1 1 10.00 1", "R3 S3 1 1 10.00 1");
    }

    @Test
    void who_was_with_us_neither_at_the_sale_nor_at_the_return_is_told_with_both_days() {
        night(
                "2026-11-22",
                "S1,1,SALE,2026-11-18,W001,P005,G001,1,10.00,,10.00,,,,",
                "R1,1,RETURN,2026-11-22,W001,P004,G001,1,10.00,,10.00,,S1,1,",
                "R2,1,RETURN,2026-11-22,W001,P004,G001,1,10.00,,10.00,,S404,1,",
                "R3,1,RETURN,2026-11-22,W001,P999,G001,1,10.00,,10.00,,S1,1,");
        assertThat(rows(OPEN))
                .containsExactly(
                        "R1/1 PERSON_LEFT seller_code P004 2026-11-18, 2026-11-22 ∉ 2020-01-01 … 2026-11-15",
                        "R2/1 ORIGINAL_NOT_FOUND original_doc_no S404/1 ",
                        "R3/1 UNKNOWN_PERSON seller_code P999 2026-11-22");
    }

    @Test
    void who_has_come_since_the_sale_may_take_goods_back() {
        home.write(
                "inbox/person-2.csv",
                "person_code,name,branch_code,outlet_code,role,joined_on,left_on\nP006,新人,B01,W001,SELLER,2026-11-20,\n");
        night(
                "2026-11-22",
                "S1,1,SALE,2026-11-18,W001,P005,G001,1,10.00,,10.00,,,,",
                "R1,1,RETURN,2026-11-22,W001,P006,G001,1,10.00,,10.00,,S1,1,");
        assertThat(rows(RETURNS)).containsExactly("R1 S1 1 1 10.00 1");
    }

    @Test
    void a_return_without_its_sale_is_asked_as_of_any_day_of_the_last_400() {
        home.write(
                "inbox/person-2.csv",
                "person_code,name,branch_code,outlet_code,role,joined_on,left_on\n"
                        + "P006,老张,B01,W001,SELLER,2020-01-01,2025-10-18\nP007,老李,B01,W001,SELLER,2020-01-01,2025-10-17\n");
        night(
                "2026-11-22",
                "R1,1,RETURN,2026-11-22,W001,P006,G001,1,10.00,,10.00,,,,",
                "R2,1,RETURN,2026-11-22,W001,P007,G001,1,10.00,,10.00,,,,",
                "R3,1,RETURN,2026-11-22,W002,,G001,1,10.00,,10.00,,,,",
                "R4,1,RETURN,2026-11-22,W003,,G001,1,10.00,,10.00,,,,");
        assertThat(rows(RETURNS))
                .containsExactly("R1 null null 1 10.00 1", "R3 null null 1 10.00 1", "R4 null null 1 10.00 1");
        assertThat(rows(OPEN))
                .containsExactly("R2/1 PERSON_LEFT seller_code P007 2025-10-18 … 2026-11-22 ∉ 2020-01-01 … 2025-10-17");
    }

    @Test
    void the_commission_of_somebody_who_has_left_is_taken_back() {
        home.plan("seller", "from: 2026-01-01, payee: seller, measure: net-amount, rate: {percent: 10}");
        restart();
        night("2026-11-21", "S1,1,SALE,2026-11-05,W001,P004,G001,1,1000,,1000.00,,,,");
        night("2026-11-22", "R1,1,RETURN,2026-11-22,W001,P004,G001,0,,,400.00,,S1,,");
        assertThat(rows("SELECT business_date, payee_code, origin_month, type, amount FROM ledger ORDER BY entry_id"))
                .containsExactly("2026-11-21 P004 2026-11 EARN 100.00", "2026-11-22 P004 2026-11 EARN -40.00");
    }

    @Test
    void a_return_of_a_document_takes_its_only_line_and_says_the_same_when_sent_again() {
        night(
                "2026-11-22",
                "R1,1,RETURN,2026-11-22,W001,,G001,1,10.00,,10.00,,S1,,",
                "S1,7,SALE,2026-11-20,W001,P005,G001,3,10.00,,30.00,,,,");
        night(
                "2026-11-23",
                "R1,1,RETURN,2026-11-22,W001,,G001,1,10.00,,10.00,,S1,,",
                "S1,8,SALE,2026-11-20,W001,P005,G001,3,10.00,,30.00,,,,");
        night("2026-11-24", "R1,1,RETURN,2026-11-22,W001,,G001,2,10.00,,20.00,,S1,,");
        assertThat(rows(COUNTS)).containsExactly("2 2 0 0 0", "2 1 0 1 0", "1 0 1 0 0");
        assertThat(rows(RETURNS)).containsExactly("R1 S1 7 2 20.00 2");
        assertThat(rows(OPEN)).isEmpty();
        night("2026-11-25", "R1,1,,,,,,,,,,,,,Y");
        assertThat(rows(RETURNS)).isEmpty();
    }

    @Test
    void a_return_with_two_lines_to_take_waits_for_its_line_number() {
        night(
                "2026-11-22",
                "S1,1,SALE,2026-11-20,W001,P005,G001,1,10.00,,10.00,,,,",
                "S1,4,SALE,2026-11-20,W001,P005,G001,1,10.00,,10.00,,,,",
                "S1,5,SALE,2026-11-20,W001,P005,G002,1,1999,,1999,SN1,,,",
                "S1,6,SALE,2026-11-20,W001,P005,G002,1,1999,,1999,SN2,,,",
                "R1,1,RETURN,2026-11-22,W001,,G001,1,10.00,,10.00,,S1,,",
                "R2,1,RETURN,2026-11-22,W001,,G002,1,1999,,1999,SN2,S1,,");
        assertThat(rows(OPEN)).containsExactly("R1/1 ORIGINAL_AMBIGUOUS original_line_no  S1/1, S1/4");
        assertThat(rows(RETURNS)).containsExactly("R2 S1 6 1 1999.00 1");
        night("2026-11-23", "R3,1,RETURN,2026-11-23,W001,,G001,1,10.00,,10.00,,S1,1,");
        assertThat(rows(RETURNS)).containsExactly("R1 S1 4 1 10.00 1", "R2 S1 6 1 1999.00 1", "R3 S1 1 1 10.00 1");
        assertThat(rows(OPEN)).isEmpty();
    }

    @Test
    void money_back_without_goods_moves_no_goods_and_is_bound_by_the_sale() {
        night(
                "2026-11-22",
                "S1,1,SALE,2026-11-20,W001,P005,G001,3,33.3333,,100.00,,,,",
                "R1,1,RETURN,2026-11-21,W001,P005,G001,0,,,20.00,,S1,1,",
                "R2,1,RETURN,2026-11-22,W001,P005,G001,0,0,5.00,80.01,,S1,1,",
                "R3,1,RETURN,2026-11-22,W001,P005,G001,0,33.33,,7.00,,,,",
                "S2,1,SALE,2026-11-22,W001,P005,G001,0,10.00,,20.00,,,,");
        assertThat(rows(RETURNS)).containsExactly("R1 S1 1 0 20.00 1", "R3 null null 0 7.00 1");
        assertThat(rows(OPEN))
                .containsExactly(
                        "R2/1 OVER_RETURNED amount 80.01 20.00 + 80.01 > 100.00",
                        "S2/1 AMOUNT_MISMATCH amount 20.00 0.00 (20.00, ± 0.005)");
        assertThat(
                        rows(
                                "SELECT business_date, sold_quantity, returned_quantity, returned_amount FROM product_day ORDER BY 1"))
                .containsExactly("2026-11-20 3 0 0.00", "2026-11-21 0 0 20.00", "2026-11-22 0 0 7.00");
        night("2026-11-23", "R4,1,RETURN,2026-11-23,W001,P005,G001,3,26.66666667,,80.00,,S1,1,");
        assertThat(rows(OPEN)).noneMatch(open -> open.startsWith("R4"));
    }

    @Test
    void a_piece_whose_price_was_given_back_is_still_sold() {
        night(
                "2026-11-22",
                "S1,1,SALE,2026-11-20,W001,P005,G002,1,1999,,1999,SN1,,,",
                "R1,1,RETURN,2026-11-21,W001,P005,G002,0,,,100.00,SN1,S1,1,",
                "R2,1,RETURN,2026-11-21,W001,P005,G002,0,,,50.00,,,,",
                "S2,1,SALE,2026-11-22,W001,P005,G002,1,1999,,1999,SN1,,,");
        assertThat(rows(RETURNS)).containsExactly("R1 S1 1 0 100.00 1", "R2 null null 0 50.00 1");
        assertThat(rows(OPEN)).hasSize(1).first().asString().startsWith("S2/1 SERIAL_SOLD_TWICE");
    }

    @Test
    void a_price_keeps_its_digits_in_the_fact_and_while_it_waits() {
        night(
                "2026-11-22",
                "S1,1,SALE,2026-11-22,W001,P005,G001,700,1.428571,,1000.00,,,,",
                "S1,2,SALE,2026-11-22,W009,P005,G001,700,1.4286,,1000.00,,,,",
                "R1,1,RETURN,2026-11-22,W001,P005,G001,700,1.4286,,1000.00,,S1,1,",
                "S1,3,SALE,2026-11-22,W001,P005,G001,700,1.42860000,,1000.00,,,,",
                "S1,4,SALE,2026-11-22,W001,P005,G001,1,1.123456789,,1.12,,,,");
        assertThat(rows(OPEN))
                .containsExactly(
                        "S1/2 UNKNOWN_OUTLET outlet_code W009 2026-11-22",
                        "S1/3 AMOUNT_MISMATCH amount 1000.00 1000.02 (-0.02, ± 0.005)",
                        "S1/4 TOO_MANY_DECIMALS unit_price 1.123456789 ≤ 8");
        home.write("inbox/outlet-2.csv", "outlet_code,name,branch_code,channel\nW009,新店,B01,OWN\n");
        nights.run("2026-11-23");
        assertThat(rows("SELECT doc_no, line_no, unit_price, amount FROM current_sale ORDER BY 1, 2"))
                .isEqualTo(List.of("R1 1 1.42860000 1000.00", "S1 1 1.42857100 1000.00", "S1 2 1.42860000 1000.00"));
    }
}
