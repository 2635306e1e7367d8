package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.testing.CompanyNights;
import io.dayclose.testing.TestHome;
import org.junit.jupiter.api.Test;

/** A file that states its own totals is taken in whole or not at all. */
class ControlTotalsTest extends CompanyNights {
    private static final String LINE = "%s,1,SALE,2026-11-22,W001,P005,G001,1,10.00,,10.00,,,,\n";
    private static final String TWO = LINE.formatted("S1") + LINE.formatted("S2");

    @Override
    protected TestHome prepared(TestHome company) {
        return company.write("jobs-config/feeds/sale.yml", """
                feed: sale
                source: {files: "sale-*.csv"}
                key: [doc_no, line_no]
                columns: {amount: [金额]}
                controls: {count: 笔数, sum: amount}
                """);
    }

    private void assertTaken(String expected) {
        assertThat(rows("SELECT state, read_count, accepted FROM feed_source WHERE kind = 'FILE' AND feed = 'sale'"))
                .containsExactly(expected);
    }

    private int night(String lines) {
        home.write("inbox/sale-1.csv", TestHome.SALE_HEADER + lines);
        return nights.run("2026-11-22").exitCode();
    }

    @Test
    void a_trailer_that_agrees_is_no_record_and_lets_the_file_in() {
        assertThat(night(TWO + "笔数,2,金额,20.00\n")).isZero();
        assertTaken("DONE 2 2");
    }

    @Test
    void a_file_of_totals_beside_it_does_as_well_in_any_usual_form() {
        home.write("inbox/sale-1.csv.ctl", "笔数=2\namount=￥20\n");
        assertThat(night(TWO)).isZero();
        home.write("inbox/sale-2.csv.ctl", "笔数,金额\n1,10.00\n");
        home.write("inbox/sale-2.csv", TestHome.SALE_HEADER + LINE.formatted("S3"));
        assertThat(nights.run("2026-11-23").exitCode()).isZero();
        assertThat(rows("SELECT COUNT(*) FROM current_sale")).containsExactly("3");
        assertThat(folder.resolve("archive/2026-11-22/sale/sale-1.csv.ctl")).exists();
    }

    @Test
    void a_row_too_few_puts_the_whole_file_into_quarantine_with_both_figures() {
        assertThat(night(TWO + "笔数,3,金额,30.00\n")).isEqualTo(4);
        assertTaken("QUARANTINED 0 0");
        assertThat(nights.notices().toString()).contains("笔数 is stated as 3, but the file holds 2 (-1)");
        assertThat(rows("SELECT COUNT(*) FROM current_sale")).containsExactly("0");
    }

    @Test
    void an_amount_that_lost_a_digit_on_the_way_is_found_by_the_sum() {
        assertThat(night(TWO.replaceFirst("10.00,,10.00", "10.00,,1.00") + "笔数,2,金额,20.00\n"))
                .isEqualTo(4);
        assertThat(nights.notices().toString()).contains("amount is stated as 20.00, but the file holds 11.00 (-9.00)");
    }

    @Test
    void without_totals_nothing_is_believed_and_the_file_is_read_once_it_comes_with_them() {
        assertThat(night(TWO)).isEqualTo(4);
        assertThat(nights.notices().toString()).contains("[DC-415]");
        home.write("inbox/sale-1.csv.ctl", "笔数,2\n金额,20\n");
        home.write("inbox/sale-1.csv", TestHome.SALE_HEADER + TWO);
        nights.again("2026-11-22", "totals came");
        assertThat(rows("SELECT COUNT(*) FROM current_sale")).containsExactly("2");
    }

    @Test
    void a_file_whose_end_got_lost_lacks_its_trailer() {
        assertThat(night(TWO + "笔")).isEqualTo(4);
        assertTaken("QUARANTINED 0 0");
    }

    @Test
    void totals_that_come_after_their_file_let_it_in() {
        assertThat(night(TWO)).isEqualTo(4);
        home.write("inbox/sale-1.csv.ctl", "笔数,2\n金额,20\n");
        assertThat(nights.again("2026-11-22", "totals came").exitCode()).isZero();
        assertTaken("DONE 2 2");
    }

    @Test
    void a_required_file_in_quarantine_stops_the_night_until_it_comes_with_its_totals() {
        home.write("jobs-config/feeds/sale.yml", """
                feed: sale
                source: {files: "sale-*.csv"}
                key: [doc_no, line_no]
                controls: {count: 笔数}
                expected: {daily: "02:00", required: true}
                """);
        restart();
        assertThat(night(TWO)).isEqualTo(1);
        home.write("inbox/sale-1.csv", TestHome.SALE_HEADER + TWO);
        home.write("inbox/sale-1.csv.ctl", "笔数,2\n");
        assertThat(nights.run("2026-11-22").problems()).isEmpty();
        assertThat(rows("SELECT COUNT(*) FROM current_sale")).containsExactly("2");
    }

    @Test
    void a_day_is_not_closed_while_what_a_file_states_is_not_what_was_read() {
        assertThat(night(TWO + "笔数,2,金额,20.00\n")).isZero();
        assertThat(rows("SELECT stated_count, read_count FROM feed_source WHERE feed = 'sale' AND kind = 'FILE'"))
                .containsExactly("2 2");
        engine.work().jdbc().update("UPDATE feed_source SET stated_count = 3 WHERE stated_count = 2");
        var again = nights.again("2026-11-22", "to be sure");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.problems().toString()).contains("DC-447", "3", "2");
    }
}
