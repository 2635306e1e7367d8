package io.dayclose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dayclose.cli.Summary;
import io.dayclose.run.RunRequest;
import io.dayclose.testing.CompanyNights;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** After a mend of the feed's file its records are derived anew from the archived bytes, and counted once. */
class DerivedAgainTest extends CompanyNights {
    private static final String FACTS = "SELECT doc_no, amount, version FROM sale ORDER BY doc_no, version";
    private static final String OPEN =
            "SELECT voucher_key, reason FROM voucher WHERE resolved_on IS NULL ORDER BY voucher_key";
    private static final String SOURCES =
            "SELECT kind, read_count, accepted, corrected, duplicate, returned, refused FROM feed_source WHERE feed = 'sale' AND state = 'DONE' ORDER BY source_id";

    private void feed(String more) {
        home.write(
                "jobs-config/feeds/sale.yml",
                "feed: sale\nsource: {files: \"sale-*.csv\"}\nkey: [doc_no, line_no]\n" + more);
        reopen();
    }

    private static String sale(String document, String price) {
        return "%s,1,SALE,2026-11-22,W001,P005,G001,2,%s,,1.00,,,,".formatted(document, price);
    }

    /** The line of sales in the summary: came, taken in, returned, refused, waiting. */
    private String summary(String date) {
        var text = new StringWriter();
        new Summary(
                        engine.work(),
                        new RunRequest(
                                "nightly",
                                LocalDate.parse(date),
                                RunRequest.Cause.OPERATOR,
                                "test",
                                Optional.empty(),
                                Optional.empty()))
                .print(new PrintWriter(text));
        return text.toString()
                .lines()
                .filter(line -> line.contains("销售与退货"))
                .findFirst()
                .orElse("")
                .strip()
                .replaceAll("\\s+", " ");
    }

    @AfterEach
    void usualBlocks() {
        System.clearProperty("dayclose.block-size");
    }

    @Test
    void rows_returned_by_a_slip_become_facts_and_the_file_stays_known() {
        feed("derive: {amount: \"unit_price * 3\"}\n");
        home.sales("sale-1.csv", sale("S1", "10.00"), sale("S2", "20.00"));
        nights.run("2026-11-22");
        assertThat(rows(OPEN)).containsExactly("S1/1 AMOUNT_MISMATCH", "S2/1 AMOUNT_MISMATCH");
        assertThat(summary("2026-11-22")).isEqualTo("销售与退货 2 – 2 – –");
        feed("derive: {amount: \"unit_price * quantity\"}\n");
        nights.again("2026-11-22", "mended");
        assertThat(rows(FACTS)).containsExactly("S1 20.00 1", "S2 40.00 1");
        assertThat(rows(OPEN)).isEmpty();
        assertThat(rows(SOURCES)).containsExactly("FILE 2 0 0 0 2 0", "AGAIN 2 2 0 0 0 0");
        assertThat(summary("2026-11-22")).isEqualTo("销售与退货 2 2 – – –");
        home.sales("sale-1.csv", sale("S1", "10.00"), sale("S2", "20.00"));
        nights.again("2026-11-22", "sent once more");
        assertThat(rows("SELECT name FROM feed_source WHERE feed = 'sale' AND state = 'DUPLICATE'"))
                .hasSize(1);
        assertThat(rows(FACTS)).containsExactly("S1 20.00 1", "S2 40.00 1");
        assertThat(summary("2026-11-22")).isEqualTo("销售与退货 2 2 – – –");
    }

    @Test
    void what_the_mend_changes_is_corrected_and_what_has_come_since_stays() {
        feed("derive: {amount: \"unit_price * quantity\"}\n");
        home.sales("sale-1.csv", sale("S1", "10.00"), sale("S2", "20.00"), sale("S3", "-1"));
        nights.run("2026-11-22");
        home.sales("sale-2.csv", sale("S2", "30.00"));
        nights.run("2026-11-23");
        assertThat(rows(FACTS)).containsExactly("S1 20.00 1", "S2 40.00 1", "S2 60.00 2");
        feed("derive: {amount: \"unit_price * quantity - 1\", discount: \"1\", unit_price: \"abs(unit_price)\"}\n");
        nights.again("2026-11-22", "a discount of one for everybody");
        assertThat(rows(FACTS))
                .as("S2 of the later file stands; S3 had been refused for its price")
                .containsExactly("S1 20.00 1", "S1 19.00 2", "S2 40.00 1", "S2 60.00 2");
        assertThat(rows("SELECT voucher_key, decision, reason FROM voucher WHERE resolved_on IS NULL"))
                .containsExactly("S3/1 REFUSED NEGATIVE_NUMBER");
        assertThat(summary("2026-11-22")).isEqualTo("销售与退货 3 2 – 1 –");
    }

    @Test
    void vouchers_of_earlier_nights_are_derived_anew_by_the_next_night_and_facts_left_alone() {
        feed("derive: {amount: \"unit_price * (doc_no == 'S1' ? 3 : quantity)\"}\n");
        home.sales("sale-1.csv", sale("S1", "10.00"), sale("S2", "20.00"));
        nights.run("2026-11-22");
        assertThat(rows(OPEN)).containsExactly("S1/1 AMOUNT_MISMATCH");
        feed("derive: {amount: \"unit_price * quantity\"}\n");
        nights.run("2026-11-23");
        assertThat(rows(FACTS)).containsExactly("S1 20.00 1", "S2 40.00 1");
        assertThat(rows(OPEN)).isEmpty();
        assertThat(rows("SELECT read_count, accepted FROM feed_source WHERE kind = 'AGAIN'"))
                .containsExactly("1 1");
        nights.run("2026-11-24");
        assertThat(rows("SELECT COUNT(*) FROM feed_source WHERE kind = 'AGAIN'"))
                .as("once is enough")
                .containsExactly("1");
    }

    @Test
    void a_mend_that_changes_keys_would_count_twice_and_is_told_instead() {
        feed("derive: {amount: \"unit_price * quantity\"}\n");
        home.sales("sale-1.csv", sale("S1", "10.00"));
        nights.run("2026-11-22");
        feed("derive: {amount: \"unit_price * quantity\", line_no: \"line_no + 1\"}\n");
        assertThat(nights.again("2026-11-22", "other line numbers").exitCode()).isEqualTo(4);
        assertThat(rows(FACTS)).containsExactly("S1 20.00 1");
        assertThat(nights.notices()).anyMatch(notice -> notice.contains("line 2 would get the key S1/2"));
    }

    @Test
    void returns_and_cancellations_are_derived_anew_like_the_rest() {
        feed("derive: {amount: \"unit_price * 3\"}\n");
        home.sales(
                "sale-1.csv",
                sale("S1", "10.00"),
                "R1,1,RETURN,2026-11-22,W001,,G001,1,10.00,,1.00,,S1,1,",
                sale("S2", "10.00"),
                "S2,1,,,,,,,,,,,,,Y");
        nights.run("2026-11-22");
        assertThat(rows(FACTS)).isEmpty();
        feed("derive: {amount: \"unit_price == null ? null : unit_price * quantity\"}\n");
        nights.again("2026-11-22", "mended");
        assertThat(rows(FACTS).subList(0, 2)).isEqualTo(List.of("R1 10.00 1", "S1 20.00 1"));
        assertThat(rows(OPEN)).isEmpty();
        assertThat(rows("SELECT doc_no FROM current_sale ORDER BY 1")).containsExactly("R1", "S1");
    }

    @Test
    void a_voucher_tried_again_and_again_has_come_once() {
        home.sales("sale-1.csv", "S1,1,SALE,2026-11-22,W999,P005,G001,1,10.00,,10.00,,,,");
        nights.run("2026-11-22");
        assertThat(summary("2026-11-22")).isEqualTo("销售与退货 1 – 1 – –");
        nights.again("2026-11-22", "x");
        nights.again("2026-11-22", "y");
        assertThat(summary("2026-11-22")).isEqualTo("销售与退货 1 – 1 – –");
        assertThat(
                        rows(
                                "SELECT kind, read_count, returned FROM feed_source WHERE feed = 'sale' AND state = 'DONE' ORDER BY source_id"))
                .containsExactly("FILE 1 1", "RETURNED 1 1", "RETURNED 1 1");
        nights.run("2026-11-23");
        assertThat(summary("2026-11-23")).isEqualTo("销售与退货 – – – – –");
        home.write("inbox/outlet-9.csv", "outlet_code,name,branch_code,channel\nW999,新店,B01,OWN\n");
        nights.again("2026-11-23", "z");
        assertThat(summary("2026-11-23")).isEqualTo("销售与退货 – 1 – – –");
    }
}
