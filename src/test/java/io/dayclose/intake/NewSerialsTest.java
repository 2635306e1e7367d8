package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A piece that is sold for the first time is a fact at once; whatever might contradict it is judged when the night has been read. */
class NewSerialsTest extends CompanyNights {
    private static final String FACTS = "SELECT doc_no, serial_no, version FROM current_sale ORDER BY doc_no";
    private static final String VOUCHERS =
            "SELECT voucher_key, decision, reason FROM voucher ORDER BY voucher_key, voucher_id";
    private static final String COUNTS =
            "SELECT read_count, accepted, corrected, duplicate, returned FROM feed_source WHERE feed = 'sale' AND kind = 'FILE' ORDER BY source_id";

    private void file(String name, String... lines) {
        home.write(
                "inbox/sale-" + name + ".csv",
                "doc_no,line_no,kind,business_date,sold_at,outlet_code,seller_code,product_code,quantity,unit_price,discount,amount,serial_no,void\n"
                        + String.join("\n", lines) + "\n");
    }

    private void night(String date) {
        assertThat(nights.run(date).exitCode()).isZero();
    }

    private static String sale(String doc, String time, String serial) {
        return doc + ",1,SALE,2026-11-22,2026-11-22 " + time + ",W001,P005,G002,1,2000,,2000," + serial + ",";
    }

    @Test
    void a_piece_that_nobody_else_names_passes_through_no_voucher() {
        file("a", sale("S1", "10:00:00", "SN1"), sale("S2", "09:00:00", "SN2"));
        night("2026-11-22");
        assertThat(rows(FACTS)).containsExactly("S1 SN1 1", "S2 SN2 1");
        assertThat(rows(VOUCHERS)).isEmpty();
        assertThat(rows(COUNTS)).containsExactly("2 2 0 0 0");
    }

    @Test
    void of_two_sales_of_a_piece_the_earlier_one_counts_whichever_file_is_read_first() {
        file("a", sale("S1", "15:00:00", "SN1"), sale("S3", "15:00:00", "SN3"));
        file("b", sale("S2", "09:00:00", "SN1"));
        night("2026-11-22");
        assertThat(rows(FACTS)).containsExactly("S2 SN1 1", "S3 SN3 1");
        assertThat(rows("SELECT voucher_key, reason FROM voucher WHERE resolved_on IS NULL"))
                .containsExactly("S1/1 SERIAL_SOLD_TWICE");
    }

    @Test
    void what_waited_for_its_day_counts_before_a_later_sale_of_its_piece() {
        file("a", "S1,1,SALE,2026-11-23,2026-11-23 09:00:00,W001,P005,G002,1,2000,,2000,SN1,");
        night("2026-11-22");
        file("b", "S2,1,SALE,2026-11-23,2026-11-23 15:00:00,W001,P005,G002,1,2000,,2000,SN1,");
        night("2026-11-23");
        assertThat(rows(FACTS)).containsExactly("S1 SN1 1");
        assertThat(rows("SELECT voucher_key, reason FROM voucher WHERE resolved_on IS NULL"))
                .containsExactly("S2/1 SERIAL_SOLD_TWICE");
    }

    @Test
    void sent_again_it_says_nothing_new_and_sold_by_another_line_it_goes_back() {
        file("a", sale("S1", "10:00:00", "SN1"));
        night("2026-11-22");
        file("b", sale("S1", "10:00:00", "SN1"), sale("S2", "11:00:00", "SN2"));
        night("2026-11-23");
        file("c", sale("S3", "16:00:00", "SN2"));
        night("2026-11-24");
        assertThat(rows(COUNTS)).containsExactly("1 1 0 0 0", "2 1 0 1 0", "1 0 0 0 1");
        assertThat(rows(FACTS)).containsExactly("S1 SN1 1", "S2 SN2 1");
    }

    @Test
    void cancelled_in_the_same_night_its_piece_can_be_sold_again() {
        file("a", sale("S1", "10:00:00", "SN1"));
        file("b", "S1,1,,,,,,,,,,,,Y", sale("S2", "12:00:00", "SN1"));
        night("2026-11-22");
        assertThat(rows(FACTS)).containsExactly("S2 SN1 1");
    }

    @Test
    void a_night_of_new_pieces_is_the_same_in_blocks_of_any_size() {
        var lines = IntStream.range(0, 25)
                .mapToObj(n -> sale("S" + n, "10:00:00", "SN" + n))
                .toArray(String[]::new);
        file("a", lines);
        System.setProperty("dayclose.block-size", "7");
        try {
            night("2026-11-22");
        } finally {
            System.clearProperty("dayclose.block-size");
        }
        assertThat(rows("SELECT COUNT(*), COUNT(DISTINCT serial_no) FROM sale")).isEqualTo(List.of("25 25"));
        assertThat(rows(VOUCHERS)).isEmpty();
    }
}
